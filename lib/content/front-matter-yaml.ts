import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";
import {
  hidesComment,
  type Locate,
  type Position,
  parseYamlDocument,
  scalarText,
  yamlError,
} from "@/lib/content/yaml-document";
import type { Finding } from "@/lib/problem";

export type { Position } from "@/lib/content/yaml-document";

/** A value of the front matter as written: texts with their positions, or what else stands there. */
export type FrontMatterValue =
  | { kind: "text"; text: string; at: Position }
  | { kind: "list"; items: { text: string; at: Position }[]; at: Position }
  | { kind: "other"; what: string; at: Position };

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

/** Between the `---` lines, of which the first is that of the file. */
const place = { name: "the front matter", firstLine: 2 };

/** Reads the lines between the `---` lines; every key with its value and their places in the file. */
export function parseYaml(yaml: string): ParsedYaml {
  const parsed = parseYamlDocument(yaml, place);
  if (!parsed.ok) return parsed;
  const { document, locate } = parsed;
  if (document.contents === null) {
    return { ok: true, values: new Map(), empty: new Map(), findings: [] };
  }
  if (!isMap(document.contents)) {
    const message = "the front matter is not a list of `key: value` lines";
    const remedy = "write one `key: value` on each line, with a space behind the colon";
    return { ok: false, findings: [yamlError(locate(0), message, remedy)] };
  }
  return { ok: true, ...readMap(document, document.contents.items, locate) };
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
        yamlError(at, `the text of \`${name}\` starts with \`*\``, "put it between quotes"),
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
