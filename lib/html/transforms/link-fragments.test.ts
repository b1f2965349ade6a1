import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { linkFragments } from "@/lib/html/transforms/link-fragments";

const link = (html: string) => applyTransform(linkFragments, html);

test.each([
  ["the author's id", "#note", '<p id="user-content-note">注</p>', "#user-content-note"],
  [
    "our id of a heading",
    "#h-deep-water",
    '<h2 id="h-deep-water">Deep water</h2>',
    "#h-deep-water",
  ],
  [
    "a heading's words as on GitHub",
    "#deep-water",
    '<h2 id="h-deep-water">Deep water</h2>',
    "#h-deep-water",
  ],
  ["a heading's words in Chinese, escaped", "#%E6%B8%AF", '<h2 id="h-gang">港</h2>', "#h-gang"],
])("%s is found", (_name, href, target, expected) => {
  expect(link(`<a href="${href}">下</a>${target}`)).toBe(`<a href="${expected}">下</a>${target}`);
});

test("links to nowhere and to other pages stay as they are", () => {
  const html =
    '<a href="#nowhere">一</a><a href="#%E6">二</a><a href="/x#note">三</a><p id="user-content-note"></p>';
  expect(link(html)).toBe(html);
});
