import { describe, expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { resolveLazyPictures } from "@/lib/html/transforms/resolve-lazy-pictures";

const resolve = (html: string) => applyTransform(resolveLazyPictures, html);
const native = 'loading="lazy" decoding="async" referrerpolicy="no-referrer"';

test.each(["data-src", "data-original", "data-lazy-src"])(
  "%s wins over the placeholder",
  (name) => {
    expect(
      resolve(
        `<img src="data:image/gif;base64,R0" ${name}="https://pic.example/a.jpg" class="lazyload">`,
      ),
    ).toBe(`<img src="https://pic.example/a.jpg" class="lazyload" ${native}>`);
  },
);

test("without any other address the largest candidate of a srcset is taken", () => {
  expect(resolve('<img data-srcset="/s.jpg 320w, /l.jpg 1280w, /m.jpg 640w" alt="港">')).toBe(
    `<img src="/l.jpg" alt="港" ${native}>`,
  );
});

test("a picture without a usable address goes", () => {
  expect(resolve('<p>一<img src="data:image/gif;base64,R0"><img>二</p>')).toBe("<p>一二</p>");
});

test("protocol-relative addresses become https", () => {
  expect(resolve('<img src="//pic.example/a.jpg">')).toContain('src="https://pic.example/a.jpg"');
});

test("handlers and scripts' attributes don't survive", () => {
  expect(resolve('<img src="/a.jpg" onload="x()" data-w="3" fetchpriority="high">')).toBe(
    `<img src="/a.jpg" ${native}>`,
  );
});

test("of <picture> its <img> remains", () => {
  expect(resolve('<picture><source srcset="/a.webp"><img src="/a.jpg" alt="码头"></picture>')).toBe(
    `<img src="/a.jpg" alt="码头" ${native}>`,
  );
});

test("<picture> with nothing but a source becomes a picture", () => {
  expect(resolve('<picture><source srcset="/a.webp 1x, /b.webp 2x"></picture>')).toBe(
    `<img src="/b.webp" ${native}>`,
  );
});

describe("<noscript> twins", () => {
  test("go where the picture is there", () => {
    expect(
      resolve('<div><img data-src="/a.jpg"> <noscript><img src="/a.jpg"></noscript></div>'),
    ).toBe(`<div><img src="/a.jpg" ${native}> </div>`);
  });

  test("take the place of a picture that only a script could load", () => {
    expect(resolve('<img src="data:,"><noscript><img src="/a.jpg"></noscript>')).toBe(
      `<img src="/a.jpg" ${native}>`,
    );
  });
});

describe("dialects", () => {
  test.each([
    '<img data-actualsrc="/a.jpg" src="//x.example/whitedot.jpg">',
    '<img file="/a.jpg" src="static/image/common/none.gif">',
    '<img zoomfile="/a.jpg" src="static/image/common/none.gif">',
    '<img file-src="/a.jpg" src="data:,">',
    '<img src="/images/placeholder.gif" data-srcset="/s.jpg 320w, /a.jpg 1280w">',
    '<img src="/img/1x1.png?v=2" srcset="/s.jpg 1x, /a.jpg 2x">',
    '<img src="/a.jpg" data-lazy="true" data-src="">',
    '<amp-img src="/a.jpg" layout="responsive"></amp-img>',
    '<amp-img src="/a.jpg"><noscript><img src="/a.jpg"></noscript></amp-img>',
  ])("%s", (html) => {
    expect(resolve(html)).toBe(`<img src="/a.jpg" ${native}>`);
  });

  test("a stand-in by name that is all there is stays: somebody may call a picture that", () => {
    expect(resolve('<img src="/pictures/spacer.png">')).toContain('src="/pictures/spacer.png"');
  });

  test("<picture> whose <img> waits for a script keeps its description", () => {
    expect(
      resolve(
        '<picture><source data-srcset="/s.jpg 320w, /a.jpg 900w"><img class="lazyload" src="data:," alt="码头"></picture>',
      ),
    ).toBe(`<img src="/a.jpg" alt="码头" class="lazyload" ${native}>`);
  });

  test("a twin replaces a stand-in, and none comes twice from a box", () => {
    expect(
      resolve('<img src="/blank.gif" alt="码头"><noscript><img src="/a.jpg"></noscript>'),
    ).toBe(`<img src="/a.jpg" alt="码头" ${native}>`);
    expect(
      resolve('<div><img data-src="/a.jpg"></div><noscript><img src="/a.jpg"></noscript>'),
    ).toBe(`<div><img src="/a.jpg" ${native}></div>`);
    expect(
      resolve(
        '<p>一</p><noscript><picture><source srcset="/b.webp"><img src="/a.jpg"></picture></noscript>',
      ),
    ).toBe(`<p>一</p><img src="/a.jpg" ${native}>`);
  });
});
