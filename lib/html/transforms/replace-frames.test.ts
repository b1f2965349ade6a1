import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { replaceFrames } from "@/lib/html/transforms/replace-frames";

const replace = (html: string) => applyTransform(replaceFrames, html);

test("a frame becomes a paragraph with a link", () => {
  expect(replace('<div><iframe src="https://film.example/embed/7?a=1"></iframe></div>')).toBe(
    '<div><p><a href="https://film.example/embed/7?a=1">film.example/embed/7</a></p></div>',
  );
});

test("its title names the link, a lazy address is found, a scheme is added", () => {
  expect(replace('<iframe data-src="//film.example/7" title="开海直播"></iframe>')).toBe(
    '<p><a href="https://film.example/7">开海直播</a></p>',
  );
});

test("inside of a paragraph it is only a link", () => {
  expect(replace('<p>看：<iframe src="https://film.example/"></iframe></p>')).toBe(
    '<p>看：<a href="https://film.example/">film.example</a></p>',
  );
});

test.each(["javascript:alert(1)", "about:blank", "data:text/html,x", "/local", ""])(
  "a frame of %j goes",
  (src) => {
    expect(replace(`<p>一</p><iframe src="${src}" srcdoc="<p>x</p>"></iframe>`)).toBe("<p>一</p>");
  },
);
