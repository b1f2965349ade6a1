import { checkKeys, findIntendedKey } from "@/lib/content/check-keys";
import { checkLengths } from "@/lib/content/check-lengths";
import { checkPageAddress, checkValues } from "@/lib/content/check-values";
import { decodeText } from "@/lib/content/decode-text";
import { parseFrontMatter } from "@/lib/content/front-matter";
import type { FrontMatterKeys, Position } from "@/lib/content/front-matter-yaml";
import { fileNameDate, parseDate } from "@/lib/content/parse-date";
import { type FieldDeclaration, type FieldValue, readFields } from "@/lib/content/read-fields";
import { type Remains, readRemains, readRemainsOfBytes } from "@/lib/content/read-remains";
import { type Finding, hasErrors } from "@/lib/problem";

export const documentTypeNames = ["Post", "Page", "Author"] as const;

export type DocumentTypeName = (typeof documentTypeNames)[number];

/** A file that has been read and found right, on its way to Contentlayer. */
export interface DocumentSource {
  type: DocumentTypeName;
  /** As declared in `contentlayer.config.ts`. */
  fields: Record<string, FieldValue>;
  /** Markdown and HTML, as written. */
  body: string;
}

export interface ReadingContext {
  declarations: Record<DocumentTypeName, readonly FieldDeclaration[]>;
  /** Zone of dates that name none. IANA name. */
  timeZone: string;
}

/**
 * What became of a file. `ignored` are notes for people, such as a README without front matter; `refused` files have
 * at least one error among their findings and stay out of the publication.
 */
export type ReadResult =
  | {
      outcome: "read";
      source: DocumentSource;
      /** Where each field stands in the file. */
      positions: ReadonlyMap<string, Position>;
      /** Line of the file on which the body begins. */
      bodyLine: number;
      findings: Finding[];
    }
  | {
      outcome: "refused";
      findings: Finding[];
      /** Unset where the file couldn't be read. */
      remains?: Remains;
    }
  | { outcome: "ignored" };

/** Reads one file of the content folder: text, front matter, fields, and every fault in them at once. */
export function readDocument(path: string, bytes: Uint8Array, context: ReadingContext): ReadResult {
  const decoded = decodeText(bytes);
  if (!decoded.ok) {
    const remains = readRemainsOfBytes(bytes, context.timeZone);
    return { outcome: "refused", findings: [decoded.finding], remains };
  }
  const frontMatter = parseFrontMatter(decoded.text);
  if (!frontMatter.ok) {
    if (frontMatter.missing && /(?:^|\/)readme\.(?:md|markdown)$/i.test(path))
      return { outcome: "ignored" };
    const remains = readRemains(decoded.text, context.timeZone);
    return { outcome: "refused", findings: frontMatter.findings, remains };
  }

  const layout = frontMatter.values.get("layout")?.value;
  const type = documentTypeOf(path, layout?.kind === "text" ? layout.text : undefined);
  const declarations = context.declarations[type];
  const read = readFields(frontMatter, declarations, context.timeZone);
  const { fields, findings } = checkValues(read.fields, read.positions);
  const all = [
    ...frontMatter.findings,
    ...read.findings,
    ...findings,
    ...checkLengths(fields, read.positions),
    ...checkKeys(frontMatter, declarations),
    ...checkNul(decoded.text),
  ];

  if (type === "Post" && !frontMatter.values.has("date")) {
    const fromName = fileNameDate(path);
    const date = fromName && parseDate(fromName, context.timeZone);
    if (date) fields.date = date;
  }
  for (const { name, required } of declarations) {
    if (!required || fields[name] !== undefined || frontMatter.values.has(name)) continue;
    all.push(describeMissing(name, frontMatter));
  }
  if (type === "Page") all.push(...checkPageAddress(fields, read.positions, path));
  if (hasErrors(all)) {
    const remains = readRemains(decoded.text, context.timeZone, fields);
    return { outcome: "refused", findings: all, remains };
  }
  if (type === "Post" && fields.draft !== true) all.push(...checkBodyIsThere(frontMatter.body));
  const source = { type, fields, body: frontMatter.body };
  const { bodyLine } = frontMatter;
  return { outcome: "read", source, positions: read.positions, bodyLine, findings: all };
}

/** Browsers and databases take a NUL for many things, but not for a character; the body is shown without it. */
function checkNul(text: string): Finding[] {
  const index = text.indexOf("\0");
  if (index < 0) return [];
  const before = text.slice(0, index);
  return [
    {
      line: before.split("\n").length,
      column: index - before.lastIndexOf("\n"),
      severity: "warning",
      message: "there is a NUL character here",
      remedy: "delete it, and see whether text is missing around it",
    },
  ];
}

/** A post that is its title alone, as when a download was cut off. */
function checkBodyIsThere(body: string): Finding[] {
  if (/\S/.test(body)) return [];
  return [
    {
      line: 1,
      column: 1,
      severity: "warning",
      message: "the post has no text",
      remedy: "write it below the second `---` line, or add `draft: true` until it is written",
    },
  ];
}

/** `layout` decides where it names a kind of document; else the folder does; everything else is a post. */
function documentTypeOf(path: string, layout: string | undefined): DocumentTypeName {
  const named = documentTypeNames.find((name) => name.toLowerCase() === layout?.toLowerCase());
  if (named) return named;
  if (path.startsWith("pages/")) return "Page";
  if (path.startsWith("authors/")) return "Author";
  return "Post";
}

const remedies: Record<string, string> = {
  title: "add `title: …` between the `---` lines",
  date: "add `date: 2023-10-28 14:22:36 +0800`, or start the file's name with the day: `2023-10-28-….md`",
  name: "add `name: …`, exactly as the posts write it in `author`",
};

function describeMissing(name: string, { values, empty }: FrontMatterKeys): Finding {
  const remedy = remedies[name] ?? `add \`${name}: …\``;
  const emptyAt = empty.get(name);
  if (emptyAt) return { ...emptyAt, severity: "error", message: `\`${name}\` is empty`, remedy };
  for (const [key, { keyAt }] of values) {
    if (findIntendedKey(key, [name]) === undefined) continue;
    const message = `\`${name}\` is missing, but there is \`${key}\``;
    return { ...keyAt, severity: "error", message, remedy: `write \`${name}\`` };
  }
  return { line: 1, column: 1, severity: "error", message: `\`${name}\` is missing`, remedy };
}
