import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from "yaml";
import type { Finding } from "@/lib/problem";

/** Long enough for any list of tags; a longer one is a file whose closing `---` is missing. */
const maxFrontMatterLength = 64 * 1024;

export interface Position {
  line: number;
  column: number;
}

/** A value of the front matter as written: texts with their positions, or what else stands there. */
export type FrontMatterValue =
  | { kind: "text"; text: string; at: Position }
  | { kind: "list"; items: { text: string; at: Position }[]; at: Position }
  | { kind: "other"; what: string; at: Position };

export interface FrontMatter {
  /** In the order of the file; keys without a value are left out. */
  values: Map<string, { keyAt: Position; value: FrontMatterValue }>;
  /** The text after the closing line. */
  body: string;
  findings: Finding[];
}

type ParsedFrontMatter =
  | ({ ok: true } & FrontMatter)
  | { ok: false; findings: Finding[]; missing: boolean };

const opening = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;

/**
 * Reads Jekyll's front matter: YAML 1.2 between two `---` lines at the start of the file.
 * `missing` is true where a file has none at all.
 */
export function parseFrontMatter(text: string): ParsedFrontMatter {
  const start = opening.exec(text)?.[0].length;
  if (start === undefined) {
    return {
      ok: false,
      missing: true,
      findings: [
        error(
          { line: 1, column: 1 },
          "the file has no front matter",
          "start it with a `---` line, `title:` and `date:`, and a `---` line",
        ),
      ],
    };
  }
  const end = closing.exec(text.slice(start, start + maxFrontMatterLength));
  if (!end) {
    return {
      ok: false,
      missing: false,
      findings: [
        error(
          { line: 1, column: 1 },
          "the front matter that starts here is never closed",
          "end it with a line `---`",
        ),
      ],
    };
  }
  const yaml = text.slice(start, start + end.index);
  const body = text.slice(start + end.index + end[0].length + 1);
  const parsed = parseYaml(yaml);
  return parsed.ok ? { body, ...parsed } : { missing: false, ...parsed };
}

const error = (at: Position, message: string, remedy: string): Finding => ({
  ...at,
  severity: "error",
  message,
  remedy,
});

type ParsedYaml =
  | { ok: true; values: FrontMatter["values"]; findings: Finding[] }
  | { ok: false; findings: Finding[] };

function parseYaml(yaml: string): ParsedYaml {
  const lines = new LineCounter();
  // The YAML starts on the second line of the file.
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1) + 1, column: Math.max(col, 1) };
  };
  const refuse = (findings: Finding[]): ParsedYaml => ({ ok: false, findings });

  let document: ReturnType<typeof parseDocument>;
  try {
    document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: false, logLevel: "silent" });
  } catch (thrown) {
    // Thousands of open brackets exhaust the parser's stack; anything else would be a bug of ours.
    if (!(thrown instanceof RangeError)) throw thrown;
    return refuse([
      error(
        { line: 2, column: 1 },
        "the front matter is nested too deeply",
        "keep it to plain values and lists",
      ),
    ]);
  }
  if (document.errors.length > 0) {
    return refuse(document.errors.map((found) => describeYamlError(found, document, position)));
  }
  if (document.contents === null) return { ok: true, values: new Map(), findings: [] };
  if (!isMap(document.contents)) {
    return refuse([
      error(
        { line: 2, column: 1 },
        "the front matter is not a list of `key: value` lines",
        "write one `key: value` on each line",
      ),
    ]);
  }

  const values: FrontMatter["values"] = new Map();
  const findings: Finding[] = [];
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key)) continue;
    const keyAt = position(key.range?.[0] ?? 0);
    const name = String(key.value);
    if (values.has(name)) {
      findings.push({
        ...keyAt,
        severity: "warning",
        message: `\`${name}\` is given twice, and this one counts`,
        remedy: "keep one of them",
      });
    }
    const node = isAlias(value) ? value.resolve(document) : (value as Node | null);
    const read = node ? readValue(node, position) : undefined;
    if (read) values.set(name, { keyAt, value: read });
    else values.delete(name);
  }
  return { ok: true, values, findings };
}

/** A quote or bracket that is never closed is noticed at the end; what helps is where it was opened. */
function describeYamlError(
  { message, pos }: YAMLError,
  { contents }: ReturnType<typeof parseDocument>,
  position: (offset: number) => Position,
): Finding {
  const problem = `the front matter is not valid YAML: ${firstLine(message)}`;
  if (!/Missing closing|end with a [\]}]/.test(message)) {
    return error(
      position(pos[0]),
      problem,
      "put values that hold `:`, `#` or quotes between single quotes",
    );
  }
  const last = isMap(contents) ? contents.items.at(-1)?.value : undefined;
  const opened = (last as Node | null | undefined)?.range?.[0] ?? pos[0];
  return error(position(opened), problem, "close the quote or bracket that is opened here");
}

/** The parser's messages end with an excerpt of the file. */
const firstLine = (message: string) =>
  message.split("\n", 1)[0]?.replace(/ at line \d+, column \d+:?$/, "") ?? message;

function readValue(
  node: Node,
  position: (offset: number) => Position,
): FrontMatterValue | undefined {
  const at = position(node.range?.[0] ?? 0);
  if (isScalar(node)) {
    const text = scalarText(node);
    return text === undefined ? undefined : { kind: "text", text, at };
  }
  if (isSeq(node)) {
    const items: { text: string; at: Position }[] = [];
    for (const item of node.items) {
      const itemAt = position((item as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0);
      if (!isScalar(item)) return { kind: "other", what: "a list of lists or of keys", at: itemAt };
      const text = scalarText(item);
      if (text !== undefined) items.push({ text, at: itemAt });
    }
    return { kind: "list", items, at };
  }
  return { kind: "other", what: "a group of keys", at };
}

/** A number or boolean as the editor wrote it (`007`, `1.10`, `True`); nothing for an empty value. */
function scalarText(node: { value: unknown; source?: string | undefined }): string | undefined {
  if (node.value === null) return undefined;
  const text = typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
  const clean = text
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .normalize("NFC");
  return clean === "" ? undefined : clean;
}
