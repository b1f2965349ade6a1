import { describe, expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { dropFrontMatterEcho } from "@/lib/html/transforms/drop-front-matter-echo";

const title = "港口重开：渔民盼“开海第一网”";
const from = "https://news.example/story/港口?id=7";
const drop = (html: string, context = { title, from }) =>
  applyTransform(dropFrontMatterEcho, html, context);

describe("what goes", () => {
  test.each([
    ["the link line as a setext heading", `<h2><a href="https://x.example/">${title}</a></h2>`],
    [
      "with other quotes and full-width marks",
      '<h2><a href="/x">港口重开: 渔民盼"开海第一网"</a></h2>',
    ],
    [
      "the link to the source, percent-encoded and renamed",
      '<p><a href="http://news.example/story/%E6%B8%AF%E5%8F%A3?id=7">阅读原文</a></p>',
    ],
    [
      "the link to the source, encoded twice",
      '<p><a href="https://news.example/story/%25E6%25B8%25AF%25E5%258F%25A3?id=7">原文</a></p>',
    ],
    ["a link line that failed to become a link", `<h2>[${title}](${from})</h2>`],
    ["a leading h1", `<h1>${title}</h1>`],
    [
      "the link line, its rule and the page's own headline",
      `<p><a href="${from}">${title}</a></p><hr><h1> ${title} </h1>`,
    ],
    ["a headline inside of a page shell", `<div><div><h1>${title}</h1></div></div>`],
  ])("%s", (_name, echo) => {
    expect(drop(`\n${echo}<p>正文第一段。</p>`).replace(/<\/?div>|\n/g, "")).toBe(
      "<p>正文第一段。</p>",
    );
  });
});

describe("what stays", () => {
  test.each([
    ["a heading that differs", "<h2>背景</h2><p>正文</p>"],
    ["a paragraph that is the title's words", `<p>${title}</p><p>正文</p>`],
    [
      "a paragraph with a link to the source and more",
      `<p>据<a href="${from}">报道</a>，港口重开。</p>`,
    ],
    ["the title further down", `<p>正文</p><h2>${title}</h2>`],
    ["a rule with nothing before it", "<hr><p>正文</p>"],
    ["a picture that links to the source", `<p><a href="${from}"><img src="/a.jpg"></a></p>`],
  ])("%s", (_name, html) => {
    expect(drop(html)).toBe(html);
  });

  test("everything, if neither title nor source is known", () => {
    const html = '<h2><a href="/x">！？</a></h2><p>正文</p>';
    expect(drop(html, { title: "……", from: "" })).toBe(html);
  });
});
