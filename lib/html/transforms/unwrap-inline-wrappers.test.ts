import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { unwrapInlineWrappers } from "@/lib/html/transforms/unwrap-inline-wrappers";

const unwrap = (html: string) => applyTransform(unwrapInlineWrappers, html);

test("tags without a meaning go, their words stay", () => {
  expect(
    unwrap(
      "<p><span style='x'><font color=red>港<b>口</b></font></span><o:p>重开</o:p><x-y>。</x-y></p>",
    ),
  ).toBe("<p>港<b>口</b>重开。</p>");
});

test("a span that names a language stays", () => {
  const html = '<p><span lang="ja">港</span></p>';
  expect(unwrap(html)).toBe(html);
});

test("boxes in headings and links go and leave a space", () => {
  expect(unwrap("<h2><div>上</div><div>下</div></h2>")).toBe("<h2>上 下 </h2>");
  expect(unwrap('<a href="/x"><div><img src="/a.jpg"></div></a>')).toBe(
    '<a href="/x"><img src="/a.jpg"> </a>',
  );
});

test("boxes around blocks are left to others", () => {
  const html = '<div><p>一</p></div><a href="/x"><div><p>二</p></div></a>';
  expect(unwrap(html)).toBe(html);
});

test("elements that HTML gave up are replaced", () => {
  expect(unwrap("<p><strike>旧</strike><tt>x</tt></p>")).toBe("<p><s>旧</s><code>x</code></p>");
});
