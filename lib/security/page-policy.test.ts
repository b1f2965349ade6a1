import { describe, expect, test } from "vitest";

import { addPagePolicy, pagePolicy, policyHeader } from "@/lib/security/page-policy.mjs";

const page = (body: string, scripts: string) =>
  `<!DOCTYPE html><html><head><script src="/_next/a.js" async=""></script></head><body><main>${body}</main><footer>字</footer>${scripts}</body></html>`;

const hash = (policy: string | undefined) => policy?.match(/'sha256-[\w+/=]{44}'/g) ?? [];

describe("the policy of a page", () => {
  test("names the scripts at its end by their hashes", () => {
    // The second from the examples of CSP Level 2, section 5.2.
    const policy = pagePolicy(
      page(
        "",
        `<script src="/_next/b.js" id="_R_" async=""></script><script>alert('Hello, world.');</script>`,
      ),
    );
    expect(policy).toBe(
      "script-src-elem 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
    );
  });

  test("does not name what stands in the text", () => {
    const own = "<script>self.__next_f.push([1,1])</script>";
    const clean = pagePolicy(page("", own));
    expect(hash(clean)).toHaveLength(1);
    for (const intrusion of [
      "<script>alert(1)</script>",
      "</main></footer><script>alert(1)</script>",
      "</footer><script>alert(1)</script></body></html>",
      own.replace("1,1", "2,2"),
    ]) {
      expect(pagePolicy(page(intrusion, own))).toBe(clean);
    }
  });

  test.each([
    ["anything else stands among the scripts", page("", "<script>1</script><p>字</p>")],
    ["an image stands among them", page("", "<script>1</script><img><script>2</script>")],
    ["there is no end of the text", "<main></main><script>1</script></body></html>"],
    ["there is nothing", ""],
    [
      "there are too many scripts",
      page("", Array.from({ length: 61 }, (_, n) => `<script>${n}</script>`).join("")),
    ],
  ])("is left out where %s", (_when, html) => {
    expect(pagePolicy(html)).toBeUndefined();
  });

  test("is bounded and ASCII", () => {
    const scripts = Array.from({ length: 60 }, (_, n) => `<script>"字${n}"</script>`).join("");
    expect(pagePolicy(page("", scripts))).toMatch(/^[\x20-\x7e]{1,3500}$/);
  });
});

describe("an entry of the page cache", () => {
  test("gets the policy beside the headers that it has", () => {
    const html = page("", "<script>1</script>");
    const entry = { kind: "APP_PAGE", html, headers: { "x-next-cache-tags": "a,b" } };
    addPagePolicy(entry);
    expect(entry.headers).toEqual({
      "x-next-cache-tags": "a,b",
      [policyHeader]: pagePolicy(html),
    });
  });

  test.each([
    [null],
    [undefined],
    ["text"],
    [{ kind: "FETCH", data: {} }],
    [{ kind: "APP_ROUTE", body: "<main></main>" }],
    [{ kind: "APP_PAGE", html: "" }],
  ])("of another kind is left alone: %j", (entry) => {
    const before = structuredClone(entry);
    addPagePolicy(entry);
    expect(entry).toEqual(before);
  });
});
