import type { Element, ElementContent } from "hast";

import { findBlockHolders, isPhrasing, wrapperElements } from "@/lib/html/tree/content-model";
import { createElement, isBlankText, isElement } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** Besides boxes, the elements in which words beside blocks have to be paragraphs. */
const flowElements: ReadonlySet<string> = new Set([...wrapperElements, "blockquote", "details"]);

/**
 * Words that stand between blocks, or alone in a box, become paragraphs; so do the pieces of a text
 * that was set with `<br><br>`, or with `<br>` and the two ideographic spaces that begin a Chinese
 * paragraph.
 */
export function wrapBareText(body: Body): void {
  const blockHolders = findBlockHolders(body);
  const wrap = (children: ElementContent[]) => wrapRuns(children, blockHolders);
  rewriteElements(body, (element) => {
    if (flowElements.has(element.tagName)) {
      element.children = wrap(element.children);
      return element;
    }
    return isElement(element, "p") && !blockHolders.has(element)
      ? splitParagraph(element)
      : element;
  });
  body.children = wrap(body.children);
}

function wrapRuns(
  children: readonly ElementContent[],
  blockHolders: ReadonlySet<Element>,
): ElementContent[] {
  const wrapped: ElementContent[] = [];
  let run: ElementContent[] = [];
  const endRun = () => {
    for (const piece of splitAtBreaks(run)) wrapped.push(createElement("p", {}, piece));
    run = [];
  };
  for (const child of children) {
    if (isPhrasing(child, blockHolders) && !isElement(child, "summary")) {
      run.push(child);
    } else {
      endRun();
      wrapped.push(child);
    }
  }
  endRun();
  return wrapped;
}

function splitParagraph(paragraph: Element): ElementContent[] {
  const pieces = splitAtBreaks(paragraph.children);
  if (pieces.length < 2) return [paragraph];
  return pieces.map((piece) => createElement("p", { ...paragraph.properties }, piece));
}

/** The pieces between paragraph breaks, without blanks and `<br>` at their ends; no empty ones. */
function splitAtBreaks(nodes: readonly ElementContent[]): ElementContent[][] {
  const pieces: ElementContent[][] = [];
  let piece: ElementContent[] = [];
  let breaks = 0;
  const endPiece = () => {
    const trimmed = trimBlanks(piece);
    if (trimmed.length > 0) pieces.push(trimmed);
    piece = [];
  };
  for (const node of nodes) {
    if (isElement(node, "br")) {
      breaks++;
    } else if (!isBlankText(node)) {
      if (breaks > 1 || (breaks === 1 && beginsParagraph(node))) endPiece();
      breaks = 0;
    }
    piece.push(node);
  }
  endPiece();
  return pieces;
}

function beginsParagraph(node: ElementContent): boolean {
  return node.type === "text" && /^\s*\u3000\u3000/.test(node.value);
}

function trimBlanks(nodes: readonly ElementContent[]): ElementContent[] {
  const isBlank = (node: ElementContent) => isBlankText(node) || isElement(node, "br");
  const start = nodes.findIndex((node) => !isBlank(node));
  const end = nodes.findLastIndex((node) => !isBlank(node));
  return start < 0 ? [] : nodes.slice(start, end + 1);
}
