import type MarkdownIt from "markdown-it";
import type { StateBlock } from "markdown-it";
import { type HtmlElement, HtmlElementIndex } from "@/lib/html/markdown/html-element-index";
import { headingElements } from "@/lib/html/tree/content-model";

/**
 * Keeps a balanced HTML element in one piece, blank lines, indentation and all, where CommonMark
 * would end it at the first blank line and read the rest as Markdown (an indented `<p>` as code).
 *
 * Markdown inside HTML stays Markdown, as on GitHub: the element is raw only if its inside shows
 * itself to be HTML (`isHtmlInside`); everything else is left to the stock `html_block` rule.
 */
export function htmlElementBlock(markdown: MarkdownIt): void {
  markdown.block.ruler.before("html_block", "html_element", parseHtmlElement);
}

/** One index for each source being parsed; the parser has no earlier place to build it. */
const indexes = new WeakMap<object, HtmlElementIndex>();

function parseHtmlElement(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  // Inside of quotes and lists the source's offsets don't match the lines, and nobody scrapes into
  // one. Whether it may interrupt a paragraph (`silent`) the stock rule decides.
  if (silent || state.parentType !== "root" || state.blkIndent !== 0) return false;
  const start = lineStart(state, startLine);
  if (state.src.charCodeAt(start) !== 0x3c /* < */) return false;

  const index = indexOf(state);
  let element = index.startingAt(start);
  if (!element || !isHtmlInside(index, element)) return false;

  let line = lineOf(state, element.end, startLine, endLine);
  // What stands behind it on the same line may be the next element.
  for (let next = behind(state, element, line); next !== undefined; ) {
    element = index.startingAt(next);
    if (!element) break;
    line = lineOf(state, element.end, line, endLine);
    next = behind(state, element, line);
  }

  state.line = line + 1;
  const token = state.push("html_block", "", 0);
  token.map = [startLine, state.line];
  token.content = state.getLines(startLine, state.line, 0, true);
  return true;
}

function indexOf(state: StateBlock): HtmlElementIndex {
  const known = indexes.get(state.env);
  if (known?.source === state.src) return known;
  const index = new HtmlElementIndex(state.src);
  indexes.set(state.env, index);
  return index;
}

function lineStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

/** The line that holds the last character before `end`. */
function lineOf(state: StateBlock, end: number, from: number, endLine: number): number {
  let line = from;
  while (line + 1 < endLine && (state.bMarks[line + 1] ?? 0) < end) line++;
  return line;
}

function behind(state: StateBlock, element: HtmlElement, line: number): number | undefined {
  const lineEnd = state.eMarks[line] ?? 0;
  let next = element.end;
  while (next < lineEnd && /\s/.test(state.src.charAt(next))) next++;
  return next < lineEnd ? next : undefined;
}

/** Tags of text that was laid out as HTML; `summary` and table cells also occur around Markdown. */
const layoutTags: ReadonlySet<string> = new Set([
  "article",
  "blockquote",
  "center",
  "dd",
  "div",
  "dl",
  "dt",
  "figcaption",
  "figure",
  ...headingElements,
  "li",
  "main",
  "ol",
  "p",
  "section",
  "table",
  "ul",
]);

/** Elements that can't open a line of Markdown prose, so that a `<br>` inside is evidence enough. */
const boxTags: ReadonlySet<string> = new Set([
  ...layoutTags,
  "details",
  "aside",
  "header",
  "footer",
]);

const breakTags: ReadonlySet<string> = new Set(["br"]);

/** Elements whose inside is words by definition. */
const textTags: ReadonlySet<string> = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6"]);

function isHtmlInside(index: HtmlElementIndex, element: HtmlElement): boolean {
  const blankLine = index.firstBlankLine(element);
  // Without a blank line the stock rule takes it raw as well.
  if (blankLine === undefined) return false;
  return isLaidOut(index, element) && !opensWithMarkdown(index, element, blankLine);
}

function isLaidOut(index: HtmlElementIndex, element: HtmlElement): boolean {
  if (textTags.has(element.name) || index.holds(element, layoutTags)) return true;
  return boxTags.has(element.name) && index.holds(element, breakTags);
}

const markdownMark = /^ {0,3}(?:[-*+] |\d{1,9}[.)] |#{1,6} |> ?|```|~~~|\*\*|__|!?\[|\||`)/;

/**
 * The GitHub idiom: nothing but tags (and the words of a `<summary>`) before the first blank line,
 * and behind it a line that begins as Markdown does.
 */
function opensWithMarkdown(
  index: HtmlElementIndex,
  element: HtmlElement,
  blankLine: { start: number; end: number },
): boolean {
  let position = element.contentStart;
  for (let at = element.firstTag; at < element.lastTag; at++) {
    const tag = index.tags[at];
    if (!tag || tag.start >= blankLine.start) break;
    const isSummary = tag.isEnd && tag.name === "summary";
    if (!isSummary && hasWords(index.source, position, tag.start)) return false;
    position = tag.end;
  }
  if (hasWords(index.source, position, blankLine.start)) return false;
  return markdownMark.test(index.source.slice(blankLine.end, blankLine.end + 20));
}

function hasWords(source: string, from: number, to: number): boolean {
  return source.slice(from, to).trim() !== "";
}
