import { describe, expect, test } from "vitest";

import { renderBody } from "@/lib/html/render-body";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";

const title = "港口重开：渔民盼“开海第一网”";
const from = "https://news.example/realtime/story20250816-港口";
const context = { title, from, publicDirectory: "/nonexistent", ownPages: [] };
const render = (source: string) => renderBody(source, context);

const paragraphs = [
  "东港渔港星期六（16日）清晨解除休渔，三百多艘渔船依次出海，码头上挤满送行的家人。",
  "船长林海说，休渔期长达三个半月，“大家都把网补了又补”，盼着第一网有好收成。",
  "渔政部门提醒，近海有6到7级阵风，小型渔船须结伴作业，并保持通讯畅通。",
  "镇上的冷库和加工厂已连夜备好碎冰，预计首批渔获将在傍晚靠岸。",
];
const caption = "清晨的东港渔港，渔船列队出海。（记者 摄）";

const scraped = `<!--1755300000000-->
[${title}](https://news.example/realtime/story20250816-%E6%B8%AF%E5%8F%A3)
------

<div>
<div class="figure-media"><img class="img-fluid lazyload" data-src="https://pic.example/a.jpg?itok=x" title="${caption}" alt="${caption}" src="data:image/gif;base64,R0lGOD" onload="track()"></div> <figcaption>${caption}</figcaption>      <p>${paragraphs[0]}</p><section id="imu"><div id="dfp-ad-imu1"></div></section><p>${paragraphs[1]}</p>

    <p>${paragraphs[2]}</p>

<div id="innity-in-post"></div><div id="dfp-ad-midarticle"></div><p style="color:red">${paragraphs[3]}</p><div class="cx_paywall_placeholder" id="sph_cdp_40"></div>
</div>`;

describe("a scraped post", () => {
  const { html, text } = render(scraped);

  test("is its picture with the caption, and its paragraphs, and nothing else", () => {
    expect(html).toBe(
      `<figure><img src="https://pic.example/a.jpg?itok=x" alt="${caption}" loading="lazy" decoding="async" referrerpolicy="no-referrer"><figcaption>${caption}</figcaption></figure>` +
        paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(""),
    );
  });

  test("reads as its paragraphs, with the caption behind them", () => {
    expect(text).toBe([...paragraphs, caption].join("\n"));
  });
});

test("a page shell around an article set with breaks", () => {
  const { html } = render(
    `<div class="region region-content"><div class="block"><h1>${title}</h1><div class="social-share"><a href="#">分享</a></div><div>　　${paragraphs[0]}<br>　　${paragraphs[1]}<br><br>${paragraphs[2]}<font>${paragraphs[3]}</font></div></div></div>`,
  );
  expect(html).toBe(
    `<p>　　${paragraphs[0]}</p><p>　　${paragraphs[1]}</p><p>${paragraphs[2]}${paragraphs[3]}</p>`,
  );
});

describe("Markdown", () => {
  test("footnotes lead there and back", () => {
    const { html, text } = render("港口[^a]重开。\n\n[^a]: 东港。");
    const there = /<sup class="footnote-ref"><a href="#([^"]+)">/.exec(html)?.[1];
    const back = /<a class="footnote-backref" href="#([^"]+)">/.exec(html)?.[1];
    expect(html).toContain(`<li class="footnote-item" id="${there}">`);
    expect(html).toContain(`<a class="footnote-anchor" id="${back}">`);
    expect(text).toBe("港口重开。\n东港。");
  });

  test("tables scroll and keep their alignment", () => {
    const { html } = render("|船|数|\n|-|-:|\n|大|7|");
    expect(html).toMatch(/^<div class="table-scroll" tabindex="0"><table>/);
    expect(html).toContain('<td class="align-right">7</td>');
  });

  test("boxes of task lists can't be clicked", () => {
    const { html } = render("- [x] 补网\n- [ ] 出海");
    expect(html.match(/<input[^>]*type="checkbox"[^>]*disabled/g)).toHaveLength(2);
    expect(html.match(/ checked/g)).toHaveLength(1);
  });

  test("code is coloured, formulas are MathML, prices are prices", () => {
    const { html, text } = render("```js\nlet x;\n```\n\n$x^2$ 与 $5 和 $6");
    expect(html).toContain('<span class="hljs-keyword">let</span>');
    expect(html).toContain("<msup>");
    expect(text).toBe("let x;\nx^2 与 $5 和 $6");
    expect(findUnsafe(html, { formulas: true })).toEqual([]);
  });

  test("headings can be linked to and begin below the page's own", () => {
    const { html } = render("引言\n\n# Deep water\n\n## 重庆\n\n[上](#deep-water)");
    expect(html).toContain(
      '<h2 id="h-deep-water"><a class="heading-link" href="#h-deep-water">Deep water</a></h2>',
    );
    expect(html).toContain(
      '<h3 id="h-chong-qing"><a class="heading-link" href="#h-chong-qing">重庆</a></h3>',
    );
    expect(html).toContain('<a href="#h-deep-water">上</a>');
  });

  test("a titled picture is a figure", () => {
    expect(render('![船](https://pic.example/a.jpg "归港")').html).toMatch(
      /^<figure><img src="https:\/\/pic\.example\/a\.jpg" alt="船"[^>]*><figcaption>归港<\/figcaption><\/figure>$/,
    );
  });

  test("inside of details", () => {
    expect(render("<details><summary>更多</summary>\n\n**一**\n\n</details>").html).toBe(
      "<details><summary>更多</summary><p><strong>一</strong></p></details>",
    );
  });
});

test("a body without anything is nothing", () => {
  expect(render("")).toEqual({ html: "", text: "" });
  expect(render("<div><!-- x --><p>&nbsp;</p></div>")).toEqual({ html: "", text: "" });
});

test("broken bytes and stray marks don't stop anything", () => {
  expect(render("一\u0000\ufffd二\ud800三").text).toContain("三");
});
