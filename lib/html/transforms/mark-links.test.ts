import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { markLinks } from "@/lib/html/transforms/mark-links";

const mark = (html: string) => applyTransform(markLinks, html);

test("a link that leaves the site says so and keeps no window of its own", () => {
  expect(mark('<a href="https://x.example/" target="_blank" onclick="y()" style="z">外</a>')).toBe(
    '<a href="https://x.example/" rel="noopener noreferrer" data-external="">外</a>',
  );
});

test("a link within the site, to a place in the page or to a mailbox does not", () => {
  const html = '<a href="/posts/x">内</a><a href="#y">下</a><a href="mailto:a@x.example">信</a>';
  expect(mark(html)).toBe(html);
});

test("protocol-relative links become https", () => {
  expect(mark('<a href="//x.example/a">外</a>')).toContain('href="https://x.example/a"');
});

test.each([
  "javascript:alert(1)",
  " java\nscript:alert(1)",
  "vbscript:x",
  "data:text/html,x",
  "file:///etc",
])("of a link to %j only the words stay", (href) => {
  expect(mark(`<p><a href="${href}">词</a></p>`)).toBe("<p>词</p>");
});

test("an old name becomes an id", () => {
  expect(mark('<a name="note">注</a>')).toBe('<a id="note">注</a>');
});
