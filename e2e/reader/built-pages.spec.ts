import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "playwright/test";
import { readNextMarkup } from "@/lib/page-cache/lean/next-markup";
import { root } from "../start-site";

test("a page made by the build is served as it is, without what Next's runtime needs", async ({
  request,
}) => {
  for (const address of ["/tags", "/categories", "/about"]) {
    const built = readFileSync(path.join(root, `.next/server/app${address}.html`), "utf8");
    expect(built).toContain("__next_f");
    for (const visit of ["first", "second"]) {
      const response = await request.get(address);
      const html = await response.text();
      // A difference of two pages says little where it is printed.
      expect(html === readNextMarkup(built)?.lean, `${address}, ${visit}`).toBe(true);
      expect(html).not.toMatch(/__next|<!--|data-precedence/);
      const policy = response.headers()["content-security-policy"] ?? "";
      expect(policy.split("; ")).toContain("script-src 'self'");
    }
  }
});
