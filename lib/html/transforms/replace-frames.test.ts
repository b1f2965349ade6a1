import { describe, expect, test } from "vitest";

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

const still = (title: string) =>
  '<a class="video-still" href="https://www.youtube.com/watch?v=aB3_-xYz901" data-video-host="youtube" data-video-id="aB3_-xYz901">' +
  `<b>${title}</b> <small>YouTube</small></a>`;

describe("a video of a known host becomes a still", () => {
  test.each([
    '<iframe width="560" src="https://www.youtube.com/embed/aB3_-xYz901" title="开海直播" allowfullscreen></iframe>',
    '<iframe data-src="//www.youtube-nocookie.com/embed/aB3_-xYz901" title="开海直播"></iframe>',
    '<amp-youtube data-videoid="aB3_-xYz901" title="开海直播"><amp-img src="/a.jpg"></amp-img></amp-youtube>',
    '<lite-youtube videoid="aB3_-xYz901" title="开海直播"></lite-youtube>',
    '<object title="开海直播"><param name="movie" value="http://www.youtube.com/v/aB3_-xYz901"></object>',
  ])("%s", (html) => {
    expect(replace(`<div>${html}</div>`)).toBe(`<div><p>${still("开海直播")}</p></div>`);
  });

  test("inside of another", () => {
    const html =
      '<object><param name="movie" value="http://www.youtube.com/v/aB3_-xYz901"><embed src="http://www.youtube.com/v/aB3_-xYz901"></object>';
    expect(replace(`<p>${html}</p>`).match(/video-still/g)).toHaveLength(1);
    expect(replace(`<p>${html}</p>`)).not.toContain("<p><object><p>");
  });

  test("a title that says nothing is replaced by the address", () => {
    expect(
      replace(
        '<iframe src="https://www.youtube.com/embed/aB3_-xYz901" title="YouTube video player"></iframe>',
      ),
    ).toBe(`<p>${still("youtube.com/watch?v=aB3_-xYz901")}</p>`);
  });

  test("where it begins and that it is upright stay", () => {
    expect(
      replace('<iframe src="https://www.youtube.com/shorts/aB3_-xYz901?start=90"></iframe>'),
    ).toMatch(/class="video-still video-portrait" .*data-video-start="90"/);
  });
});

test.each([
  '<iframe src="https://ad.doubleclick.net/x"></iframe>',
  '<iframe src="https://www.facebook.com/plugins/like.php?href=x"></iframe>',
  '<embed src="https://game.example/x.swf">',
])("%s is nothing that a reader misses", (html) => {
  expect(replace(`<p>一</p>${html}`)).toBe("<p>一</p>");
});

describe("posts of social networks", () => {
  test("stay where they can be read", () => {
    const tweet =
      '<blockquote class="twitter-tweet"><p>港口重开</p>— 某人 <a href="https://twitter.com/x/status/1">10月1日</a></blockquote>';
    const picture =
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/a/"><p>码头</p></blockquote>';
    expect(replace(tweet + picture)).toBe(tweet + picture);
  });

  test("are a link where their place is empty", () => {
    expect(
      replace(
        '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/a/"></blockquote>' +
          '<div class="fb-post" data-href="https://www.facebook.com/a/posts/1"></div>',
      ),
    ).toBe(
      '<p><a href="https://www.instagram.com/p/a/">www.instagram.com/p/a/</a></p>' +
        '<p><a href="https://www.facebook.com/a/posts/1">www.facebook.com/a/posts/1</a></p>',
    );
  });
});

test("a link can't pose as a still", () => {
  expect(
    replace(
      '<a class="video-still" href="https://evil.example/" data-video-host="youtube" data-video-id="aB3_-xYz901">x</a>',
    ),
  ).toBe('<a href="https://evil.example/">x</a>');
});
