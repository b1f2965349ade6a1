import { describe, expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { buildFigures } from "@/lib/html/transforms/build-figures";

const build = (html: string) => applyTransform(buildFigures, html);
const figure = '<figure><img src="/a.jpg"><figcaption>码头清晨。</figcaption></figure>';

describe("one figure of picture and caption", () => {
  test.each([
    [
      "in boxes beside each other",
      '<div class="figure-media"><img src="/a.jpg"></div> <figcaption>码头清晨。</figcaption>',
    ],
    ["beside each other", '<img src="/a.jpg"><figcaption>码头清晨。</figcaption>'],
    [
      "in a paragraph and behind it",
      '<p><img src="/a.jpg"></p>\n<figcaption>码头清晨。</figcaption>',
    ],
    [
      "each in boxes of its own",
      '<div><div><img src="/a.jpg"></div></div><div><figcaption>码头清晨。</figcaption></div>',
    ],
    [
      "in a figure with boxes",
      '<figure><div><img src="/a.jpg"></div><div><figcaption>码头清晨。</figcaption></div></figure>',
    ],
    [
      "in a figure without the caption behind it",
      '<figure><img src="/a.jpg"></figure><figcaption>码头清晨。</figcaption>',
    ],
    [
      "as a list of definitions",
      '<dl class="wp-caption"><dt><a><img src="/a.jpg"></a></dt><dd>码头清晨。</dd></dl>',
    ],
    ["with a caption by class only", '<img src="/a.jpg"><p class="wp-caption-text">码头清晨。</p>'],
  ])("%s", (_name, html) => {
    expect(build(`<p>前</p>${html}<p>后</p>`)).toBe(`<p>前</p>${figure}<p>后</p>`);
  });
});

test("a picture that is a link stays one", () => {
  expect(build('<a href="/big"><img src="/a.jpg"></a><figcaption>码头</figcaption>')).toBe(
    '<figure><a href="/big"><img src="/a.jpg"></a><figcaption>码头</figcaption></figure>',
  );
});

test("a Markdown picture with a title gets it as its caption", () => {
  expect(build('<p><img src="/a.jpg" alt="船" data-caption="归港的船"></p>')).toContain(
    "<figcaption>归港的船</figcaption></figure>",
  );
});

test("a Markdown picture within a sentence stays in it", () => {
  const html = '<p>看<img src="/a.jpg" data-caption="船">吧</p>';
  expect(build(html)).toBe(html);
});

test("no caption is lost: without a picture it is a paragraph, two become one", () => {
  expect(build("<p>一</p><figcaption>说明</figcaption>")).toBe("<p>一</p><p>说明</p>");
  expect(
    build(
      '<figure><img src="/a.jpg"><figcaption>一</figcaption><figcaption>二</figcaption></figure>',
    ),
  ).toBe('<figure><img src="/a.jpg"><figcaption>一<br>二</figcaption></figure>');
});

test("a paragraph with words before a caption is not its picture", () => {
  expect(build('<p>文<img src="/a.jpg"></p><figcaption>说明</figcaption>')).toBe(
    '<p>文<img src="/a.jpg"></p><p>说明</p>',
  );
});
