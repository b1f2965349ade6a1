import type { Element } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";

/**
 * All that a formula may be made of: presentation MathML as KaTeX writes it, without what links, loads or styles. The
 * site's policy refuses `style`, and a refused one is an error in every reader's console.
 */
const schema: Schema = {
  tagNames: [
    "annotation",
    "math",
    "menclose",
    "mfrac",
    "mi",
    "mn",
    "mo",
    "mover",
    "mpadded",
    "mphantom",
    "mroot",
    "mrow",
    "mspace",
    "msqrt",
    "mstyle",
    "msub",
    "msubsup",
    "msup",
    "mtable",
    "mtd",
    "mtext",
    "mtr",
    "munder",
    "munderover",
    "semantics",
    "span",
  ],
  attributes: {
    "*": [
      "accent",
      "accentunder",
      "columnalign",
      "columnlines",
      "columnspacing",
      "depth",
      "displaystyle",
      "fence",
      "height",
      "largeop",
      "linebreak",
      "linethickness",
      "lspace",
      "mathbackground",
      "mathcolor",
      "mathsize",
      "mathvariant",
      "maxsize",
      "minsize",
      "notation",
      "rowlines",
      "rowspacing",
      "rspace",
      "scriptlevel",
      "separator",
      "stretchy",
      "valign",
      "voffset",
      "width",
    ],
    annotation: ["encoding"],
    math: ["xmlns", "display"],
    span: [["className", "katex"]],
  },
  allowComments: false,
};

/** A formula of KaTeX with nothing in it but what the list above names. */
export function sanitizeFormula(formula: Element): Element | undefined {
  const safe = sanitize(formula, schema);
  return safe.type === "element" ? safe : undefined;
}
