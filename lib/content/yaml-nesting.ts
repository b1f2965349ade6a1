import { Lexer } from "yaml";

/** Front matter is plain values and lists; nobody writes ten levels. */
const maxDepth = 50;

const opening = new Set(["[", "{"]);
const closing = new Set(["]", "}"]);
/** Each opens a level when it stands behind another on one line (`- - - text`) or in one entry (`[a: a: a: text]`). */
const indicators = new Set(["-", "?", ":"]);

/** Whatever nests has one of these; most front matter has a handful. */
const nesting = /[[{?]|[-:]\s/g;

/**
 * Whether YAML is nested too deeply for the parser, which recurses: near the end of the stack V8 can't compile a regular
 * expression any more and ends the whole process, which nobody could catch.
 */
export function isNestedTooDeeply(yaml: string): boolean {
  if ((yaml.match(nesting)?.length ?? 0) <= maxDepth) return false;
  let flow = 0;
  let chain = 0;
  /** Columns at which lines begin that are still inside one another. */
  const indents: number[] = [];
  let atLineStart = true;
  for (const token of new Lexer().lex(yaml)) {
    if (token === "\n" || token === "\r\n") {
      atLineStart = true;
      continue;
    }
    if (atLineStart) {
      if (flow <= 0) chain = 0;
      const indent = token.startsWith(" ") ? token.length : 0;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      atLineStart = false;
    }
    if (opening.has(token)) flow += 1;
    else if (closing.has(token)) flow -= 1;
    else if (token === ",") chain = 0;
    else if (indicators.has(token)) chain += 1;
    if (flow > maxDepth || chain > maxDepth || indents.length > maxDepth) return true;
  }
  return false;
}
