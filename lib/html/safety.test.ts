import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { renderBody } from "@/lib/html/render-body";
import { attacks } from "@/lib/html/testing/attacks";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";

const render = (source: string) =>
  renderBody(source, { title: "题", publicDirectory: "/nonexistent" }).html;

test.each(attacks)("%s", (attack) => {
  for (const source of [attack, `<div>\n\n${attack}\n\n<p>文</p></div>`, `文 ${attack} 字`]) {
    const html = render(source);
    expect(
      findUnsafe(html, { formulas: source.includes("$") || source.includes("math-inline") }),
    ).toEqual([]);
    // Read and written again, as an editor or a feed reader would, it is still harmless.
    expect(findUnsafe(render(html), { formulas: true })).toEqual([]);
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
