import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "playwright/test";
import { pagePolicy } from "@/lib/security/page-policy.mjs";
import { root } from "../start-site";

test("a page made by the build is served as it is, with a policy for its own scripts", async ({
  request,
}) => {
  for (const address of ["/tags", "/categories", "/about"]) {
    const response = await request.get(address);
    const html = await response.text();
    const built = readFileSync(path.join(root, `.next/server/app${address}.html`), "utf8");
    // A difference of two pages says little where it is printed.
    expect(html === built, address).toBe(true);
    const own = pagePolicy(html);
    expect(own, address).toMatch(/^script-src-elem 'self'(?: 'sha256-[^']+')+$/);
    const policies = response.headers()["content-security-policy"]?.split(/\n|, /);
    expect(policies?.[0], address).toContain("default-src 'none'");
    expect(policies, address).toContain(own);
  }
});
