import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { replaceVideoLinks } from "@/lib/html/transforms/replace-video-links";

const replace = (html: string) => applyTransform(replaceVideoLinks, html);
const still =
  '<a class="video-still" href="https://www.youtube.com/watch?v=aB3_-xYz901" data-video-host="youtube" data-video-id="aB3_-xYz901"><b>youtube.com/watch?v=aB3_-xYz901</b> <small>YouTube</small></a>';

test.each([
  '<p><a href="https://youtu.be/aB3_-xYz901">https://youtu.be/aB3_-xYz901</a></p>',
  '<p> <a href="https://youtu.be/aB3_-xYz901">youtu.be/aB3_-xYz901</a> </p>',
  "<p>\nhttps://www.youtube.com/watch?v=aB3_-xYz901\n</p>",
])("%s", (html) => {
  expect(replace(html)).toBe(`<p>${still}</p>`);
});

test.each([
  '<p>看：<a href="https://youtu.be/aB3_-xYz901">https://youtu.be/aB3_-xYz901</a></p>',
  '<p><a href="https://youtu.be/aB3_-xYz901">开海直播</a></p>',
  '<p><a href="https://youtu.be/aB3_-xYz901"><img src="/a.jpg"></a></p>',
  '<ul><li><a href="https://youtu.be/aB3_-xYz901">https://youtu.be/aB3_-xYz901</a></li></ul>',
  '<p><a href="https://film.example/7">https://film.example/7</a></p>',
  "<p>https://youtu.be/aB3_-xYz901 https://youtu.be/aB3_-xYz902</p>",
])("%s stays", (html) => {
  expect(replace(html)).toBe(html);
});
