import { type Document, isMap, type Node, parseDocument, type Scalar, type YAMLError } from "yaml";
import { isNestedTooDeeply } from "@/lib/content/yaml-nesting";
import type { Finding } from "@/lib/problem";

/** In the file, from 1. */
export interface Position {
  line: number;
  column: number;
}

export type Locate = (offset: number) => Position;

/** Where a piece of YAML stands, and what it is called when something is wrong with it. */
export interface YamlPlace {
  /** "the front matter". */
  name: string;
  /** Line of the file on which it begins. */
  firstLine: number;
}

export type YamlDocument =
  | { ok: true; document: Document.Parsed; locate: Locate }
  | { ok: false; findings: Finding[] };

/** One mistake often leads to hundreds of errors behind it. */
const maxYamlErrors = 3;

export const yamlError = (at: Position, message: string, remedy: string): Finding => ({
  ...at,
  severity: "error",
  message,
  remedy,
});

/** YAML 1.2 as its parser understands it, or every fault in it. Keys may be there twice. */
export function parseYamlDocument(yaml: string, place: YamlPlace): YamlDocument {
  const document = isNestedTooDeeply(yaml) ? undefined : parseWithin(yaml);
  if (!document) {
    const start = { line: place.firstLine, column: 1 };
    return { ok: false, findings: [nestedTooDeeply(start, place)] };
  }
  const locate = createLocator(yaml, place);
  // A tag is an exclamation mark that an author put before a word, which the parser would drop.
  const faults = [...document.errors, ...document.warnings].slice(0, maxYamlErrors);
  if (faults.length === 0) return { ok: true, document, locate };
  const findings = faults.map((fault) => describeFault(fault, { document, yaml, locate, place }));
  return { ok: false, findings };
}

const nestedTooDeeply = (at: Position, { name }: YamlPlace): Finding =>
  yamlError(at, `${name} is nested too deeply`, "keep it to plain values and lists");

/** The parsed document; nothing where the parser ran out of stack. */
function parseWithin(yaml: string): Document.Parsed | undefined {
  try {
    return parseDocument(yaml, {
      uniqueKeys: false,
      // Their excerpts of the file cost seconds where there are thousands.
      prettyErrors: false,
      logLevel: "silent",
    });
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/**
 * Places in the file of offsets in its YAML. Not the parser's own counter: behind some errors it counts characters twice,
 * and names lines that aren't there.
 */
function createLocator(yaml: string, { firstLine }: YamlPlace): Locate {
  const starts = [0];
  for (let end = yaml.indexOf("\n"); end >= 0; end = yaml.indexOf("\n", end + 1)) {
    starts.push(end + 1);
  }
  // Nothing is wrong with the blank lines at the end.
  const last = yaml.trimEnd().length;
  return (given) => {
    const offset = Math.max(0, Math.min(given, last));
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + firstLine, column: offset - (starts[low] ?? 0) + 1 };
  };
}

interface FaultyYaml {
  document: Document.Parsed;
  yaml: string;
  locate: Locate;
  place: YamlPlace;
}

/** A quote or bracket that is never closed is noticed at the end; what helps is where it was opened. */
function describeFault(
  { message, pos, code }: YAMLError,
  { document, yaml, locate, place }: FaultyYaml,
): Finding {
  const { contents } = document;
  if (/call stack/.test(message)) return nestedTooDeeply(locate(0), place);
  const colon = describeColon(yaml, pos[0]);
  if (colon) return yamlError(locate(colon.offset), colon.message, colon.remedy);
  const problem = `${place.name} is not valid YAML: ${firstLine(message)}`;
  if (code === "TAG_RESOLVE_FAILED") {
    return yamlError(locate(pos[0]), problem, "put a text that starts with `!` between quotes");
  }
  if (code === "TAB_AS_INDENT") return yamlError(locate(pos[0]), problem, "indent with spaces");
  if (!/Missing closing|end with a [\]}]/.test(message)) {
    const remedy = "put values that hold `:`, `#` or quotes between single quotes";
    return yamlError(locate(pos[0]), problem, remedy);
  }
  const last = isMap(contents) ? contents.items.at(-1)?.value : undefined;
  const opened = (last as Node | null | undefined)?.range?.[0] ?? pos[0];
  return yamlError(locate(opened), problem, "close the quote or bracket that is opened here");
}

/** A key without a colon that YAML knows: `标题：T` with a full-width one, or `title:T` without a space behind it. */
function describeColon(
  yaml: string,
  offset: number,
): { offset: number; message: string; remedy: string } | undefined {
  const start = yaml.lastIndexOf("\n", offset - 1) + 1;
  const end = yaml.indexOf("\n", start);
  const line = yaml.slice(start, end < 0 ? undefined : Math.min(end, start + 200));
  const [, key, colon] = /^([\p{L}_][\p{L}\p{N}_-]*)[ \t]*(：|:(?=[^\s/]))/u.exec(line) ?? [];
  if (key === undefined || colon === undefined) return undefined;
  const remedy = `write \`${key}: …\`, with an ASCII colon and a space behind it`;
  const what = colon === "：" ? "is full-width" : "has no space behind it";
  return { offset: start, message: `the colon behind \`${key}\` ${what}`, remedy };
}

/** The parser's messages end with an excerpt of the file. */
const firstLine = (message: string) =>
  message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? message;

/** A number or boolean as the editor wrote it (`007`, `1.10`, `True`); nothing for an empty value. */
export function scalarText(node: Scalar): string | undefined {
  if (node.value === null) return undefined;
  const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  const clean = text
    // Half a character, which only an escape can write, is nothing that a database takes.
    .replace(/\p{Surrogate}/gu, "\ufffd")
    // Nothing turns the direction of the text around it.
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .normalize("NFC");
  return clean === "" ? undefined : clean;
}

/** Whether an unquoted text ends where its author may not have meant it to: at a ` #`. */
export const hidesComment = ({ comment, value, type }: Scalar): boolean =>
  Boolean(comment) && value !== null && type === "PLAIN";
