import { type Schema, sanitize } from "hast-util-sanitize";

import { linkProtocols, resourceProtocols } from "@/lib/html/tree/safe-url";
import { type Body, toBody, visitElements } from "@/lib/html/tree/tree";
import { portraitClass, stillClass } from "@/lib/html/tree/video-still";
import { videoHosts } from "@/lib/html/video-hosts/video-hosts";

/** Stands before every id that an author wrote. */
export const userIdPrefix = "user-content-";
/** Stands before the ids that headings get from us. */
export const headingIdPrefix = "h-";
/** On the link that a heading is to itself. */
export const headingLinkClass = "heading-link";

const cellAlignment = ["className", "align-left", "align-center", "align-right"] as const;
const pictureSize = ["width", "height"] as const;

/**
 * All that may reach a page, by name; whatever is not named here does not. It must never allow
 * elements whose content browsers read in another way than as HTML (`svg`, `math`, `style`,
 * `noscript`, `template`, …): they are what mutation attacks are made of.
 */
const schema: Schema = {
  tagNames: [
    "a",
    "abbr",
    "audio",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "label",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "source",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
  ],
  attributes: {
    "*": ["lang", "dir", ["id", /^(?:user-content-|h-)./s]],
    a: [
      "href",
      "title",
      "hrefLang",
      ["rel", "noopener", "noreferrer"],
      ["dataExternal", ""],
      [
        "className",
        "footnote-anchor",
        "footnote-backref",
        headingLinkClass,
        stillClass,
        portraitClass,
      ],
      ["dataVideoHost", ...videoHosts.map((host) => host.key)],
      ["dataVideoId", /^[\w=/-]{4,160}$/],
      ["dataVideoStart", /^\d{1,6}$/],
    ],
    abbr: ["title"],
    audio: ["src", "controls", ["preload", "none"]],
    code: [["className", "math-inline", "math-display", /^language-[\w+#.-]{1,40}$/]],
    col: ["span"],
    colgroup: ["span"],
    del: ["dateTime"],
    details: ["open"],
    dfn: ["title"],
    div: [["className", "table-scroll"], ["tabIndex", 0], ["role", "region"], "ariaLabel"],
    hr: [["className", "footnotes-sep"]],
    img: [
      "src",
      "alt",
      "title",
      ...pictureSize,
      ["loading", "lazy"],
      ["decoding", "async"],
      ["referrerPolicy", "no-referrer"],
    ],
    input: [["className", "task-list-item-checkbox"], "checked"],
    ins: ["dateTime"],
    li: ["value", ["className", "footnote-item", "task-list-item"]],
    ol: ["start", "reversed", ["className", "footnotes-list", "task-list-container"]],
    section: [["className", "footnotes"]],
    source: ["src", ["type", /^[\w/+.-]{1,100}(?:;\s*codecs=[\w"'.,\s-]{1,100})?$/]],
    sup: [["className", "footnote-ref"]],
    td: ["colSpan", "rowSpan", "headers", [...cellAlignment]],
    th: ["colSpan", "rowSpan", "headers", "scope", "abbr", [...cellAlignment]],
    time: ["dateTime"],
    ul: [["className", "task-list-container"]],
    video: ["src", "controls", ["preload", "none"], "poster", ...pictureSize],
  },
  required: { input: { type: "checkbox", disabled: true } },
  protocols: {
    href: [...linkProtocols],
    src: [...resourceProtocols],
    poster: [...resourceProtocols],
  },
  ancestors: {
    caption: ["table"],
    col: ["table"],
    colgroup: ["table"],
    tbody: ["table"],
    td: ["table"],
    tfoot: ["table"],
    th: ["table"],
    thead: ["table"],
    tr: ["table"],
  },
  // Ids have their prefix already (`scopeIds`), and the pattern above insists on it.
  clobber: [],
  clobberPrefix: "",
  strip: ["script", "style", "template", "noscript", "title", "textarea", "svg", "math"],
  allowComments: false,
  allowDoctypes: false,
};

export const allowedElements: ReadonlySet<string> = new Set(schema.tagNames);

/** The tree with nothing in it but what the list above names. */
export function sanitizeBody(body: Body): Body {
  const clean = sanitize(body, schema);
  // hast-util-sanitize answers with the bare node where a root has one child.
  const safe = toBody(clean.type === "root" ? clean.children : [clean]);
  visitElements(safe, ({ properties }) => {
    // What is left of a list of classes none of which are ours.
    if (Array.isArray(properties.className) && properties.className.length === 0) {
      delete properties.className;
    }
  });
  return safe;
}
