import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  type YAMLError,
} from "yaml";
import { isNestedTooDeeply } from "@/lib/content/yaml-nesting";
import type { Finding } from "@/lib/problem";

/** In the file, from 1. */
export interface Position {
  line: number;
  column: number;
}

/** A value of the front matter as written: texts with their positions, or what else stands there. */
export type FrontMatterValue =
  | { kind: "text"; text: string; at: Position }
  | { kind: "list"; items: { text: string; at: Position }[]; at: Position }
  | { kind: "other"; what: string; at: Position };

/** One mistake often leads to hundreds of errors behind it. */
const maxYamlErrors = 3;

/** Of one kind in one file; who mends these will find the others. */
const maxWarnings = 10;

export interface FrontMatterKeys {
  /** Keys with a value, in the order of the file. */
  values: Map<string, { keyAt: Position; value: FrontMatterValue }>;
  /** Keys that stand there without one. */
  empty: Map<string, Position>;
}

type ParsedYaml =
  | ({ ok: true; findings: Finding[] } & FrontMatterKeys)
  | { ok: false; findings: Finding[] };

type Locate = (offset: number) => Position;

const error = (at: Position, message: string, remedy: string): Finding => ({
  ...at,
  severity: "error",
  message,
  remedy,
});

const nestedTooDeeply = (at: Position): Finding =>
  error(at, "the front matter is nested too deeply", "keep it to plain values and lists");

/** Reads the lines between the `---` lines; every key with its value and their places in the file. */
export function parseYaml(yaml: string): ParsedYaml {
  if (isNestedTooDeeply(yaml)) {
    return { ok: false, findings: [nestedTooDeeply({ line: 2, column: 1 })] };
  }
  const locate = createLocator(yaml);
  const document = parseWithin(yaml);
  if (!document) return { ok: false, findings: [nestedTooDeeply({ line: 2, column: 1 })] };
  // A tag is an exclamation mark that an author put before a word, which the parser would drop.
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    const findings = faults.slice(0, maxYamlErrors);
    return {
      ok: false,
      findings: findings.map((found) => describeError(found, document, yaml, locate)),
    };
  }
  if (document.contents === null) {
    return { ok: true, values: new Map(), empty: new Map(), findings: [] };
  }
  if (!isMap(document.contents)) {
    const message = "the front matter is not a list of `key: value` lines";
    const remedy = "write one `key: value` on each line, with a space behind the colon";
    return { ok: false, findings: [error(locate(0), message, remedy)] };
  }
  return { ok: true, ...readMap(document, document.contents.items, locate) };
}

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
 * Places in the file of offsets in its YAML, which starts on the second line. Not the parser's own counter: behind some
 * errors it counts characters twice, and names lines that aren't there.
 */
function createLocator(yaml: string): Locate {
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
    return { line: low + 2, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function readMap(
  document: Document.Parsed,
  items: readonly { key: unknown; value: unknown }[],
  locate: Locate,
): FrontMatterKeys & { findings: Finding[] } {
  const values: FrontMatterKeys["values"] = new Map();
  const empty: FrontMatterKeys["empty"] = new Map();
  const findings: Finding[] = [];
  for (const { key, value } of items) {
    if (!isScalar(key)) continue;
    const keyAt = locate(key.range?.[0] ?? 0);
    const name = String(key.value);
    if (values.has(name) && findings.length < maxWarnings) {
      findings.push({
        ...keyAt,
        severity: "warning",
        message: `\`${name}\` is given twice, and this one counts`,
        remedy: "keep one of them",
      });
    }
    const node = resolve(value, document);
    if (node === "nothing") {
      const at = locate((value as Node).range?.[0] ?? 0);
      findings.push(
        error(at, `the text of \`${name}\` starts with \`*\``, "put it between quotes"),
      );
      continue;
    }
    if (isScalar(node) && hidesComment(node) && findings.length < maxWarnings) {
      findings.push({
        ...locate(node.range?.[1] ?? 0),
        severity: "warning",
        message: `what follows \` #\` is not part of \`${name}\``,
        remedy: "put the value between quotes if it is meant to be",
      });
    }
    const read = node === null ? undefined : readValue(node, locate);
    if (read) values.set(name, { keyAt, value: read });
    else {
      values.delete(name);
      empty.set(name, keyAt);
    }
  }
  return { values, empty, findings };
}

/** A node, whatever it is an alias of; `nothing` where the alias is of nothing. */
function resolve(value: unknown, document: Document.Parsed): Node | null | "nothing" {
  if (!isAlias(value)) return value as Node | null;
  return value.resolve(document) ?? "nothing";
}

const hidesComment = ({ comment, value, type }: Scalar): boolean =>
  Boolean(comment) && value !== null && type === "PLAIN";

/** A quote or bracket that is never closed is noticed at the end; what helps is where it was opened. */
function describeError(
  { message, pos, code }: YAMLError,
  { contents }: Document.Parsed,
  yaml: string,
  locate: Locate,
): Finding {
  if (/call stack/.test(message)) return nestedTooDeeply(locate(0));
  const colon = describeColon(yaml, pos[0]);
  if (colon) return error(locate(colon.offset), colon.message, colon.remedy);
  const problem = `the front matter is not valid YAML: ${firstLine(message)}`;
  if (code === "TAG_RESOLVE_FAILED") {
    return error(locate(pos[0]), problem, "put a text that starts with `!` between quotes");
  }
  if (!/Missing closing|end with a [\]}]/.test(message)) {
    const remedy = "put values that hold `:`, `#` or quotes between single quotes";
    return error(locate(pos[0]), problem, remedy);
  }
  const last = isMap(contents) ? contents.items.at(-1)?.value : undefined;
  const opened = (last as Node | null | undefined)?.range?.[0] ?? pos[0];
  return error(locate(opened), problem, "close the quote or bracket that is opened here");
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

function readValue(node: Node, locate: Locate): FrontMatterValue | undefined {
  const at = locate(node.range?.[0] ?? 0);
  if (isScalar(node)) {
    const text = scalarText(node);
    return text === undefined ? undefined : { kind: "text", text, at };
  }
  if (!isSeq(node)) return { kind: "other", what: "a group of keys", at };
  const items: { text: string; at: Position }[] = [];
  for (const item of node.items as (Node | null)[]) {
    const itemAt = locate(item?.range?.[0] ?? node.range?.[0] ?? 0);
    if (!isScalar(item)) {
      return { kind: "other", what: "a list of more than plain texts", at: itemAt };
    }
    const text = scalarText(item);
    if (text !== undefined) items.push({ text, at: itemAt });
  }
  return { kind: "list", items, at };
}

/** A number or boolean as the editor wrote it (`007`, `1.10`, `True`); nothing for an empty value. */
function scalarText(node: Scalar): string | undefined {
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
