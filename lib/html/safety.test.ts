import fc from "fast-check";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";

import { renderBody } from "@/lib/html/render-body";
import { attacks } from "@/lib/html/testing/attacks";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";

const render = (source: string) =>
  renderBody(source, { title: "题", publicDirectory: "/nonexistent", ownPages: [] }).html;

/** Authors' formulas become MathML; MathML that they write themselves doesn't get through. */
const holdsFormula = (source: string) => /\$|math-|```math/.test(source);

test.each(attacks)("%s", (attack) => {
  for (const source of [attack, `<div>\n\n${attack}\n\n<p>文</p></div>`, `文 ${attack} 字`]) {
    const html = render(source);
    expect(findUnsafe(html, { formulas: holdsFormula(source) })).toEqual([]);
    // A parser that reads it finds just what was written: nothing in it can turn into something else.
    expect(toHtml(fromHtml(html, { fragment: true }))).toBe(html.replaceAll("<pre>\n", "<pre>"));
    // Rendered again, as an editor who copies from the page would have it, it is still harmless.
    expect(findUnsafe(render(html), { formulas: holdsFormula(html) })).toEqual([]);
  }
});

test("the checker would see it", () => {
  expect(
    findUnsafe("<svg></svg><p onclick=x id=y class=z>a</p><a href=javascript:x>b</a><!-- -->"),
  ).toEqual(
    expect.arrayContaining([
      "comment",
      "<svg>",
      "p onClick",
      "id y",
      "class z",
      "url javascript:x",
    ]),
  );
});

describe("whatever comes in", () => {
  const piece = fc.oneof(
    fc.constantFrom(...attacks),
    fc.constantFrom(
      "<div>",
      "</div>",
      "<p>",
      "</p>",
      "<b>",
      "</b>",
      "<a href='/x'>",
      "</a>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<ul>",
      "<li>",
      "<svg>",
      "</svg>",
      "<math>",
      "<style>",
      "</style>",
      "<!--",
      "-->",
      "<img src=x>",
      "<figcaption>",
      "<figure>",
      "<br>",
      "<noscript>",
      "</noscript>",
      "<select>",
      "<template>",
      "<iframe>",
      "\n",
      "\n\n",
      "    ",
      "> ",
      "- ",
      "1. ",
      "# ",
      "```\n",
      "`",
      "$",
      "$$",
      "**",
      "_",
      "[",
      "](",
      ")",
      "![",
      "[^1]",
      "[^1]: ",
      "|",
      "\n|-|-|\n",
      "~~",
      "\\",
      "&",
      "&lt;",
      "&#106;",
      "\u0000",
      "\u3000\u3000",
      '"',
      "'",
      "=",
    ),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.string({ maxLength: 20 }),
  );
  const bodies = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

  test("rendering never throws and lets nothing through", () => {
    fc.assert(
      fc.property(bodies, (source) => {
        expect(findUnsafe(render(source), { formulas: true })).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("words in paragraphs are never lost", () => {
    const word = fc.stringMatching(/^[a-z]{5,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const html = render(`<div>\n${words.map((w) => `<p>${w}</p>`).join("\n\n    ")}\n</div>`);
        expect(html).toBe(words.map((w) => `<p>${w}</p>`).join(""));
      }),
      { numRuns: 100 },
    );
  });
});
