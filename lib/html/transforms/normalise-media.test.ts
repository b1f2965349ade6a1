import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { normaliseMedia } from "@/lib/html/transforms/normalise-media";

const normalise = (html: string) => applyTransform(normaliseMedia, html);

test("a film keeps its source and poster, gets controls and loads nothing by itself", () => {
  expect(
    normalise(
      '<video src="https://f.example/a.mp4" poster="/p.jpg" autoplay loop>旧浏览器</video>',
    ),
  ).toBe('<video controls preload="none" src="https://f.example/a.mp4" poster="/p.jpg"></video>');
});

test("sources are kept if they can be loaded", () => {
  expect(
    normalise(
      '<audio><source src="//f.example/a.ogg" type="audio/ogg"><source src="blob:x"></audio>',
    ),
  ).toBe(
    '<audio controls preload="none"><source src="https://f.example/a.ogg" type="audio/ogg"></audio>',
  );
});

test("without a usable source it goes", () => {
  expect(normalise('<p>一</p><video src="javascript:x"></video><audio>文字</audio>')).toBe(
    "<p>一</p>",
  );
});
