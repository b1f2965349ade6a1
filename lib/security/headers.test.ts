import { describe, expect, test } from "vitest";

import { frameOrigins } from "@/lib/security/frame-origins.mjs";
import { securityHeaders, siteHeaders } from "@/lib/security/headers.mjs";

type Options = Parameters<typeof securityHeaders>[0];

function headersOf(options: Options): Record<string, string> {
  const [everywhere] = securityHeaders(options);
  return Object.fromEntries((everywhere?.headers ?? []).map(({ key, value }) => [key, value]));
}

/** Directive → its words. */
function policyOf(options: Options): Map<string, string[]> {
  const value = headersOf(options)["Content-Security-Policy"] ?? "";
  return new Map(
    value.split("; ").map((directive) => {
      const [name = "", ...words] = directive.split(" ");
      return [name, words];
    }),
  );
}

const secure = { siteUrl: "https://news.example" };

describe("the policy", () => {
  test("refuses whatever it doesn't name", () => {
    const policy = policyOf(secure);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    for (const refused of ["script-src-attr", "object-src", "base-uri", "worker-src"]) {
      expect(policy.get(refused)).toEqual(["'none'"]);
    }
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("style-src")).toEqual(["'self'"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.get("form-action")).toEqual(["'self'"]);
  });

  test("lets one script from elsewhere in, only where it is named, and what it sends to its host", () => {
    const script = "https://stats.example/js/script.js";
    const policy = policyOf({ ...secure, analytics: script });
    expect(policy.get("script-src")).toContain(script);
    expect(policy.get("script-src")).not.toContain("https://stats.example");
    expect(policy.get("connect-src")).toEqual(["'self'", "https://stats.example"]);
    const own = policyOf({ ...secure, analytics: "/scripts/stats.js" });
    expect([...own]).toEqual([...policyOf(secure)]);
  });

  test("frames the players and nobody else", () => {
    expect(policyOf(secure).get("frame-src")).toEqual([...frameOrigins]);
    for (const origin of frameOrigins) expect(new URL(origin).origin).toBe(origin);
  });

  test("never evaluates text", () => {
    const policy = policyOf(secure);
    expect(policy.get("require-trusted-types-for")).toEqual(["'script'"]);
    expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
  });

  test("lets the development server evaluate, style and talk", () => {
    const policy = policyOf({ ...secure, development: true });
    expect(policy.get("script-src")).toContain("'unsafe-eval'");
    expect(policy.get("style-src")).toContain("'unsafe-inline'");
    expect(policy.get("connect-src")).toContain("ws:");
    expect(policy.has("require-trusted-types-for")).toBe(false);
    expect(policy.has("upgrade-insecure-requests")).toBe(false);
  });

  test("lets the frame of giscus in, only where it is asked to", () => {
    const giscus = "https://giscus.app";
    const policy = policyOf({ ...secure, giscus: true });
    expect([...policy].filter(([, words]) => words.includes(giscus)).map(([name]) => name)).toEqual(
      ["frame-src"],
    );
    expect([...policyOf(secure).values()].flat()).not.toContain(giscus);
  });
});

test.each([
  ["https://news.example", true],
  ["HTTPS://news.example", true],
  ["http://localhost:3000", false],
  ["http://https.example", false],
  ["", false],
  [undefined, false],
])("a site at %s is told to stay on HTTPS: %s", (siteUrl, isSecure) => {
  expect("Strict-Transport-Security" in headersOf({ siteUrl })).toBe(isSecure);
  expect(policyOf({ siteUrl }).has("upgrade-insecure-requests")).toBe(isSecure);
});

test.each<Options>([{}, secure, { development: true }, { ...secure, giscus: true }])(
  "names and values can be sent: %j",
  (options) => {
    for (const { headers } of securityHeaders(options)) {
      for (const { key, value } of headers) {
        expect(key).toMatch(/^[A-Za-z-]+$/);
        expect(value).toMatch(/^[\x20-\x7e]+$/);
        expect(value.length).toBeLessThan(1_500);
      }
    }
  },
);

describe("of a page on a server of one's own", () => {
  const scriptsOf = (inlineScripts: Parameters<typeof siteHeaders>[0]["inlineScripts"]) => {
    const headers = siteHeaders({ siteUrl: "", giscus: false, inlineScripts });
    const [policy] = headers.flatMap(({ key, value }) =>
      key === "Content-Security-Policy" ? [value.split("; ")] : [],
    );
    return policy?.filter((directive) => /^(?:script-src|trusted-types) /.test(directive));
  };

  test("a lean one runs files of this site, and nothing in it", () => {
    expect(scriptsOf("none")).toEqual(["script-src 'self'", "trusted-types masthead"]);
  });

  test("one with Next's runtime runs what is known to be Next's, where that is known", () => {
    expect(scriptsOf({ hashes: ["a=", "b="] })).toEqual([
      "script-src 'self' 'sha256-a=' 'sha256-b='",
      "trusted-types masthead default nextjs",
    ]);
    expect(scriptsOf("any")?.[0]).toBe("script-src 'self' 'unsafe-inline'");
  });
});
