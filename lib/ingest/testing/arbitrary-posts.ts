import fc from "fast-check";
import { stringify } from "yaml";

/** Post files as archives hold them and as accidents leave them, for property-based tests. */

export interface ArbitraryFile {
  /** Relative to the content folder. */
  path: string;
  bytes: Uint8Array;
}

const keys = fc.constantFrom(
  ..."layout title date author from tags categories comments permalink aliases slug id draft".split(
    " ",
  ),
  ..."summary subtitle cover lang updated published tag category authors name hackmd Title tilte".split(
    " ",
  ),
  ..."__proto__ constructor toString << ? - 标签 title： 'ti tle'".split(" "),
);

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constantFrom(
    ...[
      "",
      " ",
      "True",
      "no",
      "~",
      "null",
      "007",
      "1e400",
      ".inf",
      "2023-10-28",
      "2023-02-30",
      "9999-12-31 23:59 -1200",
    ],
    ...[
      "1000-01-01 00:00 +14:00",
      "2023-10-28T06:22:36.000Z",
      "2023-10-28 24:00",
      "275760-09-13",
      "1698474156000",
    ],
    ...[
      "post",
      "page",
      "author",
      "zh-TW",
      "en",
      "../../x",
      "/posts/x",
      "/%E4%BD",
      "%",
      "a\\b",
      "“引”：号",
      "\ufeff",
    ],
    ...[
      "https://a.example/%E4%B8%AD",
      "https://",
      "javascript:alert(1)",
      "http://[::1]:99/",
      "https://xn--a/",
      "//h/x",
    ],
    ...[
      "<script>alert(1)</script>",
      "\u202eabc",
      "\ud83c\udf89",
      "e\u0301",
      "ＡＢＣ",
      "𠮷野家",
      "x".repeat(300),
      "\0",
    ],
  ),
);

const looseValue = fc.oneof(
  text,
  fc.constantFrom(..."*a &a !b !!js/function [ { ] } | > - ? : # % @ ` ' \" ,".split(" ")),
  fc.constantFrom(
    "[ a, b ]",
    "[a, [b]]",
    "{a: b}",
    "&x [1]",
    "*x",
    '"\\ud800"',
    '"\\x00"',
    "|\n  a\n  b",
    "\n  - a\n - b",
  ),
);

/** Lines as somebody typed them. */
const typedLines = fc
  .array(
    fc
      .tuple(keys, fc.constantFrom(": ", ":", "：", " : ", ":\t"), looseValue)
      .map((parts) => parts.join("")),
    { maxLength: 12 },
  )
  .map((lines) => lines.join("\n"));

/** What a program wrote: right YAML of any values. */
const writtenLines = fc
  .dictionary(
    keys,
    fc.oneof(
      text,
      fc.array(text, { maxLength: 5 }),
      fc.boolean(),
      fc.double(),
      fc.jsonValue({ maxDepth: 3 }),
    ),
    { maxKeys: 12 },
  )
  .map((values) => stringify(values, { lineWidth: 0 }));

/** What is right, so that the body is reached. */
const rightLines = fc
  .tuple(text, fc.array(text, { maxLength: 4 }), fc.boolean())
  .map(([title, tags, comments]) =>
    stringify({
      layout: "post",
      title: `T ${title}`,
      date: "2023-10-28T06:22:36.000Z",
      tags,
      comments,
    }),
  );

type Frame = (yaml: string, body: string) => string;

/** Right ones, with the line ends and marks of other systems, and wrong ones. */
const frame = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<Frame[]>(
      (yaml, body) => `---\n${yaml}\n---\n${body}`,
      (yaml, body) => `---\n${yaml}\n---\n${body}`.replace(/\r?\n/g, "\r\n"),
      (yaml, body) => `\ufeff--- \n${yaml}\n...\n${body}`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Frame[]>(
      (yaml, body) => `---\n${yaml}\n----\n${body}`,
      (yaml, body) => `\n---\n${yaml}\n---\n${body}`,
      (_yaml, body) => body,
    ),
  },
);

/** Pieces of the dialects of scraped archives, of Markdown, and of attacks. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      "<!--1698474156000-->",
      "<!--",
      "-->",
      "------\n",
      "\n\n",
      "\n",
      "    ",
      "\t",
      "> ",
      "- ",
      "1. ",
      "# ",
      "## 港口\n",
    ],
    ...[
      "<div>",
      "</div>",
      '<div class="dfp-ad-1">',
      '<section class="region region-content">',
      "<p>",
      "</p>",
      "<b>",
      "</i>",
    ],
    ...[
      '<img class="lazyload" data-src="//h/a.jpg" src="data:image/gif;base64,R0">',
      "<figcaption>",
      "</figure>",
      "<figure>",
    ],
    ...[
      '<iframe src="https://www.youtube.com/embed/x">',
      "<iframe srcdoc='<script>'>",
      "<noscript>",
      "</noscript>",
      "<table><tr>",
    ],
    ...[
      "<svg><style>",
      "<math><mtext>",
      "<template>",
      "<select><option>",
      "<a href=#x>",
      '<a href="java\nscript:x">',
      "</a>",
    ],
    ...[
      "<script>alert(1)</script>",
      '<x onload="alert(1)"',
      "<style>",
      "<form>",
      "<input>",
      "<object data=x>",
      '"><',
      "<",
      ">",
    ],
    ...[
      "[x](",
      "![](",
      ")",
      "]",
      "[",
      "[1]: /x\n",
      "[^1]",
      "[^1]: note\n",
      "`",
      "```js\n",
      "~~~",
      "$",
      "$$",
      "\\",
      "|a|b|\n|-|-|\n",
    ],
    ...[
      "&amp;",
      "&#0;",
      "&#xD800;",
      "&lt;",
      "**",
      "_",
      "~~",
      "- [ ] ",
      "www.a.example",
      "https://a.example/中",
      "\0",
      "\u2028",
      "\ufeff",
    ],
    ...[
      "<li>",
      "<ul>",
      "<br>",
      "<hr>",
      "<video poster=x><source src=y>",
      "<details><summary>",
      '<p id="a" name=b>',
      "<plaintext>",
    ],
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom("中文的句子，", "English words. ", "e\u0301", "🎉", "\u202e"),
);

const body = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
  // One of them over and over: what nests, and what is searched again and again.
  fc
    .tuple(piece, piece, fc.integer({ min: 1, max: 3000 }))
    .map(([one, other, times]) => (one + other).repeat(times)),
);

const yaml = fc.oneof(
  { weight: 8, arbitrary: rightLines },
  { weight: 2, arbitrary: typedLines },
  { weight: 1, arbitrary: writtenLines },
);

const post = fc.tuple(frame, yaml, body).map(([put, lines, rest]) => Buffer.from(put(lines, rest)));

type Damage = { at: number; remove: number; insert: Uint8Array };

/** Bytes lost, doubled or changed anywhere. */
const damaged = fc
  .tuple(
    post,
    fc.array(
      fc.record<Damage>({
        at: fc.nat(),
        remove: fc.nat({ max: 8 }),
        insert: fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc.constantFrom(Buffer.from("\n"), Buffer.from("---\n")),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  )
  .map(([bytes, damages]) => damages.reduce(damage, bytes));

function damage(bytes: Uint8Array, { at, remove, insert }: Damage): Buffer {
  const offset = bytes.length === 0 ? 0 : at % bytes.length;
  return Buffer.concat([bytes.subarray(0, offset), insert, bytes.subarray(offset + remove)]);
}

const fileName = fc.oneof(
  fc.constantFrom(
    ..."a.md b.md A.md 2023-10-28-t.md 2023-02-30-t.md README.md x.MARKDOWN".split(" "),
  ),
  fc.constantFrom(
    "pages/p.md",
    "pages/tags.md",
    "authors/a.md",
    "posts/é.md",
    "posts/e\u0301.md",
    'q"\\%\n.md',
  ),
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
    .map((name) => `posts/x${name.replace(/[/\0]/g, "")}.md`),
);

/** A folder of a few files, no two of one name. */
export const arbitraryFolder: fc.Arbitrary<ArbitraryFile[]> = fc.uniqueArray(
  fc.record({
    path: fileName,
    bytes: fc.oneof(
      { weight: 6, arbitrary: post },
      { weight: 3, arbitrary: damaged },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    ),
  }),
  { minLength: 1, maxLength: 8, selector: ({ path }) => path },
);
