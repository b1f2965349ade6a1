import type { FrontMatterKeys, FrontMatterValue, Position } from "@/lib/content/front-matter-yaml";
import { parseDate } from "@/lib/content/parse-date";
import type { Finding } from "@/lib/problem";

/** A field as `contentlayer.config.ts` declares it. */
export interface FieldDeclaration {
  name: string;
  type: "string" | "date" | "boolean" | "list";
  required: boolean;
}

export type FieldValue = string | boolean | string[];

/** Other keys that archives use for the same thing. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ["category", "categories"],
  ["tag", "tags"],
  ["authors", "author"],
]);

export const truths = new Set(["true", "yes", "on"]);
export const falsehoods = new Set(["false", "no", "off"]);

type Read<Value> = { ok: true; value: Value } | { ok: false; finding: Finding };

/**
 * The declared fields that a file's front matter gives, in the declared types, with a finding for each that can't be
 * read. What isn't declared is left alone: archives carry keys of other tools. Required fields aren't checked here.
 */
export function readFields(
  { values }: Pick<FrontMatterKeys, "values">,
  declarations: readonly FieldDeclaration[],
  timeZone: string,
): { fields: Record<string, FieldValue>; positions: Map<string, Position>; findings: Finding[] } {
  const fields: Record<string, FieldValue> = {};
  const positions = new Map<string, Position>();
  const findings: Finding[] = [];
  const declared = new Map(declarations.map((declaration) => [declaration.name, declaration]));

  for (const [key, { value }] of values) {
    const synonym = synonyms.get(key) ?? key;
    const name = declared.has(key) || values.has(synonym) ? key : synonym;
    const declaration = declared.get(name);
    if (!declaration) continue;
    const read = readValue(key, value, declaration.type, timeZone);
    if (read.ok) {
      fields[name] = read.value;
      positions.set(name, value.at);
    } else findings.push(read.finding);
  }

  // Jekyll's way to hide a post; to overlook it would publish what its author holds back.
  const published = values.get("published")?.value;
  if (published && declared.has("draft")) {
    const read = readBoolean("published", published);
    if (read.ok) fields.draft = fields.draft === true || !read.value;
    else findings.push(read.finding);
  }
  return { fields, positions, findings };
}

function readValue(
  key: string,
  value: FrontMatterValue,
  type: FieldDeclaration["type"],
  timeZone: string,
): Read<FieldValue> {
  switch (type) {
    case "list":
      return readList(key, value);
    case "boolean":
      return readBoolean(key, value);
    case "date":
      return readDate(key, value, timeZone);
    case "string":
      return readText(key, value, "write it as one text");
  }
}

const refuse = (
  at: Position,
  message: string,
  remedy: string,
): { ok: false; finding: Finding } => ({
  ok: false,
  finding: { line: at.line, column: at.column, severity: "error", message, remedy },
});

function readText(key: string, value: FrontMatterValue, remedy: string): Read<string> {
  if (value.kind === "text") return { ok: true, value: value.text };
  const what = value.kind === "list" ? "a list" : value.what;
  return refuse(value.at, `\`${key}\` is ${what} where one text is expected`, remedy);
}

function readList(key: string, value: FrontMatterValue): Read<string[]> {
  if (value.kind === "text") return { ok: true, value: [value.text] };
  if (value.kind === "list") {
    return { ok: true, value: [...new Set(value.items.map(({ text }) => text))] };
  }
  return refuse(
    value.at,
    `\`${key}\` is ${value.what} where a list of texts is expected`,
    `write \`${key}: [ one, two ]\``,
  );
}

function readBoolean(key: string, value: FrontMatterValue): Read<boolean> {
  const text = readText(key, value, `write \`${key}: true\` or \`${key}: false\``);
  if (!text.ok) return text;
  const word = text.value.toLowerCase();
  if (truths.has(word)) return { ok: true, value: true };
  if (falsehoods.has(word)) return { ok: true, value: false };
  return refuse(
    value.at,
    `\`${key}: ${text.value}\` is neither true nor false`,
    `write \`${key}: true\` or \`${key}: false\``,
  );
}

function readDate(key: string, value: FrontMatterValue, timeZone: string): Read<string> {
  const remedy = `write \`${key}: 2023-10-28 14:22:36 +0800\`, or the day alone`;
  const text = readText(key, value, remedy);
  if (!text.ok) return text;
  const date = parseDate(text.value, timeZone);
  return date
    ? { ok: true, value: date }
    : refuse(value.at, `\`${key}: ${text.value}\` is not a date`, remedy);
}
