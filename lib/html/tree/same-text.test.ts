import { expect, test } from "vitest";

import { isSameAddress, isSameText } from "@/lib/html/tree/same-text";

test("punctuation, width, case and spaces don't make another text", () => {
  expect(isSameText("“Ａ港”：重开 ！", 'a港:"重开"')).toBe(true);
  expect(isSameText("港口重开", "港口重开了")).toBe(false);
});

test.each([
  ["https://x.example/港/", "http://x.example/%E6%B8%AF"],
  ["https://x.example/%25E6%25B8%25AF", "https://x.example/港"],
  ["https://x.example/a#top", "https://x.example/a"],
  ["https://x.example/%E6%B8", "https://x.example/%E6%B8"],
])("%s and %s are one page", (one, other) => {
  expect(isSameAddress(one, other)).toBe(true);
});

test("another path or query is another page", () => {
  expect(isSameAddress("https://x.example/a?id=1", "https://x.example/a?id=2")).toBe(false);
  expect(isSameAddress("https://x.example/a", "https://x.example/A")).toBe(false);
});
