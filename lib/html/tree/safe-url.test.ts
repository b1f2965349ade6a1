import { expect, test } from "vitest";

import { linkProtocols, resourceProtocols, safeUrl } from "@/lib/html/tree/safe-url";

test.each([
  ["https://x.example/中?a=1#b", "https://x.example/中?a=1#b"],
  ["HTTP://x.example/", "http://x.example/"],
  ["//x.example/a", "https://x.example/a"],
  ["\\\\x.example\\a", "https:\\\\x.example\\a"],
  [" /a/b ", "/a/b"],
  ["a/b:c", "a/b:c"],
  ["?q=a:b", "?q=a:b"],
  ["#中", "#中"],
  ["中:文", "./中:文"],
  ["mailto:a@x.example", "mailto:a@x.example"],
  ["TEL:+123", "tel:+123"],
])("%j may be followed", (written, expected) => {
  expect(safeUrl(written, linkProtocols)).toBe(expected);
});

test.each([
  "",
  "  ",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "\u0001javascript:alert(1)",
  "java\tscr\nipt:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "blob:https://x.example/1",
  "file:///etc/passwd",
  "https://[bad",
  "//",
])("%j may not", (written) => {
  expect(safeUrl(written, linkProtocols)).toBeUndefined();
});

test("mail is a link but nothing to load", () => {
  expect(safeUrl("mailto:a@x.example", resourceProtocols)).toBeUndefined();
});
