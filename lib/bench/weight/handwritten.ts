import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse, serialize } from "parse5";

/**
 * A page as somebody would write it by hand who wants the same to be read and seen: the yardstick for the bytes of ours.
 *
 * Made from the page that is served, so that facts of the head, texts, elements, classes, forms and pictures are the same to
 * the letter. Taken away is what is there for a framework or for speed alone:
 * - comments (React marks with them where texts meet and components end);
 * - every `<script>` but data blocks such as JSON-LD, and `<noscript>` stays;
 * - `<link>`s that only say what will be needed soon: preload, modulepreload, prefetch;
 * - empty `<template>`s and empty hidden `<div>`s, which React leaves behind;
 * - attributes that nothing but a framework reads, and `nonce`.
 * White space is as it was; nothing is abbreviated that the page spells out, so that no trick of a minifier counts.
 */
export function writeByHand(html: string): string {
  const document = parse(html);
  strip(document);
  return serialize(document);
}

type Node = DefaultTreeAdapterMap["node"];
type Element = DefaultTreeAdapterMap["element"];

const hints = /^(?:preload|modulepreload|prefetch)$/;

/** React, Next.js, and what both write for their own use. */
const frameworkAttribute = /^(?:data-(?:precedence|nimg|next-|dpl-id|rh|href|react)|nonce$)/;

function strip(node: Node): void {
  if (!("childNodes" in node)) return;
  node.childNodes = node.childNodes.filter((child) => !isForMachinery(child));
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isElementNode(child)) {
      child.attrs = child.attrs.filter(({ name }) => !frameworkAttribute.test(name));
    }
    strip(child);
  }
}

function isForMachinery(node: Node): boolean {
  if (defaultTreeAdapter.isCommentNode(node)) return true;
  if (!defaultTreeAdapter.isElementNode(node)) return false;
  switch (node.tagName) {
    case "script":
      return !/^application\/(?:\w+\+)?json$/.test(attributeOf(node, "type") ?? "");
    case "link":
      return hints.test(attributeOf(node, "rel") ?? "");
    case "template":
      return true;
    case "div":
      return attributeOf(node, "hidden") !== undefined && isEmpty(node);
    default:
      return false;
  }
}

const isEmpty = ({ childNodes }: Element): boolean =>
  childNodes.every((child) => defaultTreeAdapter.isCommentNode(child));

const attributeOf = ({ attrs }: Element, wanted: string): string | undefined =>
  attrs.find(({ name }) => name === wanted)?.value;
