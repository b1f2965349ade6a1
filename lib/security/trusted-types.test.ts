import { expect, test } from "vitest";

import { createDefaultPolicy } from "@/lib/security/trusted-types";

type Rules = Record<string, (text: string) => string | null>;

function rulesAt(href: string): Rules {
  const created: Record<string, Rules> = {};
  createDefaultPolicy({
    location: { href },
    trustedTypes: {
      createPolicy(name, rules) {
        created[name] = rules;
      },
    },
  });
  return created.default ?? {};
}

const rules = rulesAt("https://news.example/posts/x");

test.each([
  "/_next/static/chunks/a.js",
  "https://news.example/_next/static/chunks/a.js?x=1",
  "/scripts/0123456789/comments.js",
])("a script of the build may be loaded: %s", (address) => {
  expect(rules.createScriptURL?.(address)).toBe(address);
});

test.each([
  "https://evil.example/_next/static/a.js",
  "//evil.example/_next/static/a.js",
  "/pictures/a.js",
  "/_next/static/../../pictures/a.js",
  "/scripts/../pictures/a.js",
  "/api/search?q=x",
  "javascript:alert(1)",
  "data:text/javascript,alert(1)",
  "http://news.example/_next/static/a.js",
  "http://[",
  "",
])("no other may: %s", (address) => {
  expect(rules.createScriptURL?.(address)).toBeNull();
});

test("no text becomes a script", () => {
  expect(rules).not.toHaveProperty("createScript");
});

test("browsers without Trusted Types go on without", () => {
  expect(() => createDefaultPolicy({ location: { href: "https://news.example/" } })).not.toThrow();
});
