import path from "node:path";
import { describe, expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { resolveAddresses } from "@/lib/html/transforms/resolve-addresses";

const from = "https://news.example/china/2023/story.html?x=1";
const publicDirectory = path.resolve("public");
const resolve = (html: string, context = { from, publicDirectory, ownPages: ["/about"] }) =>
  applyTransform(resolveAddresses, html, context);

describe("relative to the source", () => {
  test.each([
    ['<img src="/upload/a.jpg">', '<img src="https://news.example/upload/a.jpg">'],
    ['<img src="a.jpg">', '<img src="https://news.example/china/2023/a.jpg">'],
    ['<a href="../b.html">b</a>', '<a href="https://news.example/china/b.html">b</a>'],
    [
      '<a href="?page=2">b</a>',
      '<a href="https://news.example/china/2023/story.html?page=2">b</a>',
    ],
    [
      '<a href="/新闻/港口">b</a>',
      '<a href="https://news.example/%E6%96%B0%E9%97%BB/%E6%B8%AF%E5%8F%A3">b</a>',
    ],
    ['<video src="/v.mp4"></video>', '<video src="https://news.example/v.mp4"></video>'],
    ...[
      "/api/items?id=1",
      "/admin/comments",
      "/comments/77",
      "/archive/2023/10/28/story.html",
      "/tags/x/more",
      "/posts",
      "/latest",
      "/index",
      "/search?q=x",
      "/feeds/all.xml",
      "/sitemap.xml",
    ].map((path) => [`<a href="${path}">b</a>`, `<a href="https://news.example${path}">b</a>`]),
    ['<iframe src="/embed/7"></iframe>', '<iframe src="https://news.example/embed/7"></iframe>'],
  ])("%s", (html, expected) => {
    expect(resolve(html)).toBe(expected);
  });
});

describe("stays", () => {
  test.each([
    '<img src="/pictures/ferry.jpg">',
    '<a href="/pictures/ferry.jpg">图</a>',
    '<a href="/posts/solstice">夏至</a>',
    '<a href="/tags">标签</a>',
    '<a href="/tags/x/page/2#y">标签</a>',
    '<a href="/archive/2023/10">归档</a>',
    '<a href="/latest/page/2">归档</a>',
    '<a href="/about">关于</a>',
    '<a href="/">首页</a>',
    '<a href="../2023/2023-01-01-x.md#y">旧文</a>',
    '<a href="#fn1">1</a>',
    '<a href="https://x.example/a">外</a>',
    '<a href="//x.example/a">外</a>',
    '<a href="mailto:a@x.example">信</a>',
    '<a href="javascript:alert(1)">x</a>',
    '<img src="data:image/gif;base64,R0">',
  ])("%s", (html) => {
    expect(resolve(html)).toBe(html);
  });

  test.each([undefined, "", "no address", "file:///etc/"])(
    "everything, if it is from %j",
    (source) => {
      const html = '<img src="/upload/a.jpg"><a href="b.html">b</a>';
      expect(
        applyTransform(resolveAddresses, html, {
          publicDirectory,
          ...(source === undefined ? {} : { from: source }),
        }),
      ).toBe(html);
    },
  );
});

test("a path that climbs out of public is no file of ours", () => {
  expect(resolve('<img src="/%2e%2e/package.json">')).toBe(
    '<img src="https://news.example/package.json">',
  );
  expect(resolve('<img src="/..%2fpackage.json">')).toContain("https://news.example/");
});

test("a link to a place in the source's page leads to that place here, if it is here", () => {
  expect(resolve(`<a href="${from}#fn1">1</a><p id="fn1">注</p>`)).toBe(
    '<a href="#fn1">1</a><p id="fn1">注</p>',
  );
  expect(resolve(`<a href="${from}#fn2">1</a><p id="fn1">注</p>`)).toContain(`${from}#fn2`);
});
