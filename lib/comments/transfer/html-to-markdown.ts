import type { Element, ElementContent, RootContent } from "hast";
import { parseHtml } from "@/lib/html/parse-html";
import { attribute } from "@/lib/html/tree/element";
import { isWebUrl } from "@/lib/html/tree/safe-url";

type Node = ElementContent | RootContent;

/**
 * HTML of another system's comments as the Markdown that comments are kept in. What the subset has no word for stays as its
 * text; pictures become links.
 *
 * Not by `mdast-util-to-markdown`, which writes as a character reference what would be ambiguous: `说<b>“好”</b>` becomes
 * `&#x8BF4;**“好”**`. Comments know no references (render-text.ts), so that readers would see it as it stands there.
 */
export const htmlToMarkdown = (html: string): string =>
  joinBlocks(blocksOf(parseHtml(html).children));

const joinBlocks = (blocks: readonly string[]): string =>
  blocks.filter((block) => block.trim() !== "").join("\n\n");

const blockElements = new Set(
  "address article aside blockquote div dl dd dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul".split(
    " ",
  ),
);

const isBlock = (node: Node): node is Element =>
  node.type === "element" && blockElements.has(node.tagName);

function blocksOf(nodes: readonly Node[]): string[] {
  const blocks: string[] = [];
  let inline: Node[] = [];
  const flush = () => {
    blocks.push(paragraphOf(inline));
    inline = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) inline.push(node);
    else {
      flush();
      blocks.push(...blockOf(node));
    }
  }
  flush();
  return blocks;
}

function blockOf(element: Element): string[] {
  const { tagName, children } = element;
  if (tagName === "blockquote") return [prefix(joinBlocks(blocksOf(children)), "> ", "> ")];
  if (tagName === "pre") return [fence(textOf(element).replace(/\n$/, ""))];
  if (tagName === "ul" || tagName === "ol") {
    const items = children.filter((child) => child.type === "element");
    const lines = items.map((item, index) => {
      const mark = tagName === "ul" ? "- " : `${index + 1}. `;
      return prefix(joinBlocks(blocksOf(item.children)), mark, " ".repeat(mark.length));
    });
    return [lines.join("\n")];
  }
  return blocksOf(children);
}

const prefix = (text: string, first: string, others: string): string =>
  text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join("\n");

/** Longer than any run of grave accents within. */
function fence(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}\n${code}\n${mark}`;
}

const paragraphOf = (nodes: readonly Node[]): string =>
  nodes
    .map(inlineOf)
    .join("")
    .split("\n")
    .map((line) => escapeStart(line.trim()))
    .join("\n")
    .replace(/\n{2,}/g, "\n")
    .trim();

function inlineOf(node: Node): string {
  if (node.type === "text") return escapeSigns(node.value.replace(/\s+/g, " "));
  if (node.type !== "element") return "";
  const inner = () => node.children.map(inlineOf).join("");
  switch (node.tagName) {
    case "br":
      return "\n";
    case "em":
    case "i":
      return surround(inner(), "*");
    case "strong":
    case "b":
      return surround(inner(), "**");
    case "code":
      return codeOf(textOf(node));
    case "a":
      return linkOf(attribute(node, "href"), inner(), textOf(node));
    case "img":
      return linkOf(attribute(node, "src"), escapeSigns(attribute(node, "alt") ?? ""), "");
    case "script":
    case "style":
    case "template":
      return "";
    default:
      return inner();
  }
}

/** Marks stand at the words: with a space inside they would be asterisks. */
function surround(text: string, mark: string): string {
  const words = text.trim();
  const before = text.slice(0, text.length - text.trimStart().length);
  return words === ""
    ? text
    : `${before}${mark}${words}${mark}${text.slice(before.length + words.length)}`;
}

function codeOf(code: string): string {
  const text = code.replace(/\s+/g, " ");
  if (text.trim() === "") return "";
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${mark}${space}${text}${space}${mark}`;
}

function linkOf(address: string | undefined, markdown: string, text: string): string {
  if (address === undefined || !isWebUrl(address) || /[\s<>]/.test(address)) return markdown;
  const label = markdown.replace(/\n/g, " ").trim();
  return label === "" || text === address ? `<${address}>` : `[${label}](<${address}>)`;
}

const textOf = (node: Node): string => {
  if (node.type === "text") return node.value;
  if (node.type !== "element") return "";
  return node.tagName === "br" ? "\n" : node.children.map(textOf).join("");
};

/** Signs that would mean something, but within an address, which is found only where it is whole. */
const escapeSigns = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\`*_[\]<>&~|]/g, "\\$&")))
    .join("");

/** What means something at the start of a line alone. */
const escapeStart = (line: string): string =>
  line.replace(/^(?:[-+#=](?=\s|$|-|=|#)|~{3})/, "\\$&").replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
