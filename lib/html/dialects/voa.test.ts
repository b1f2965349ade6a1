import { expect, test } from "vitest";

import { voa } from "@/lib/html/dialects/voa";
import { applyTo } from "@/lib/html/testing/apply-dialect";

test("of a player its sound remains, of the rest around the text nothing", () => {
  expect(
    applyTo(
      voa,
      '<div class="wsw__embed"><div class="c-mmp"><div class="c-mmp__overlay">没有媒体可用资源</div><div class="c-mmp__player"><audio src="/a.mp3"></audio><span>0:00</span></div></div></div><p>正文</p><div class="wsw__related">相关</div>',
    ),
  ).toBe('<div class="wsw__embed"><audio src="/a.mp3"></audio></div><p>正文</p>');
});

test("embedded pictures stay", () => {
  const html =
    '<div class="wsw__embed"><figure class="media-image"><img src="/a.jpg"></figure></div>';
  expect(applyTo(voa, html)).toBe(html);
});
