import { parseDate } from "@/lib/content/parse-date";
import { type FieldValue, falsehoods, truths } from "@/lib/content/read-fields";

/**
 * What can still be told of a file that is refused: whether its author takes the document back by it, and which document
 * it is. A mistake must not take a live article down, and must not keep one up that is being withdrawn.
 */
export interface Remains {
  /** Whether it says `draft: true` or `published: false`. */
  isHidden?: boolean;
  /** Milliseconds since 1970 UTC. */
  date?: number;
  /** Of the post. */
  id?: string;
  /** What stands below the front matter, where its end is found. */
  body?: string;
}

/** Whether a document is taken back by it: readers are not to see an earlier version of it either. */
export const isWithdrawn = ({ isHidden, date }: Remains, now: number): boolean =>
  isHidden === true || (date !== undefined && date > now);

/** Characters in which a front matter is looked for; no longer one is read. */
const searchedLength = 64 * 1024;

/** The `---` lines, and what is written in their place by mistake. */
const rule = /^(?:[-\u2010-\u2015\u2500\ufe58\ufe63\uff0d]{2,}|\.\.\.)[ \t]*$/;

const keyLine = /^(["']?)(draft|published|id|date)\1[ \t]*:[ \t]+(.*)$/;

/**
 * Reads the lines that matter one by one, since the YAML around them may be none. Values of several lines are indented, so
 * that nothing of them is taken for a key.
 * @param fields those that were read all the same, where the front matter could be parsed
 */
export function readRemains(
  text: string,
  timeZone: string,
  fields: Record<string, FieldValue> = {},
): Remains {
  const { lines, body } = splitLoosely(text);
  const keys = new Map<string, string>();
  for (const line of lines) {
    const [, , key, value] = keyLine.exec(line) ?? [];
    if (key !== undefined) keys.set(key, unquote(value ?? ""));
  }
  const isHidden =
    fields.draft === true ||
    truths.has((keys.get("draft") ?? "").toLowerCase()) ||
    falsehoods.has((keys.get("published") ?? "").toLowerCase());
  const date = typeof fields.date === "string" ? fields.date : keys.get("date");
  const instant = date === undefined ? undefined : parseDate(date, timeZone);
  const id = typeof fields.id === "string" ? fields.id : keys.get("id");
  return {
    isHidden,
    ...(instant === undefined ? {} : { date: Date.parse(instant) }),
    ...(id === undefined ? {} : { id }),
    ...(body === undefined ? {} : { body }),
  };
}

/** The same of bytes that are no text: UTF-16 is left with its ASCII characters, which is all that keys have. */
export const readRemainsOfBytes = (bytes: Uint8Array, timeZone: string): Remains =>
  readRemains(
    lenient
      .decode(bytes)
      .replaceAll("\0", "")
      .replace(/^\ufffd+/, "")
      .replace(/\r\n?/g, "\n"),
    timeZone,
  );

const lenient = new TextDecoder("utf-8");

/** The lines of the front matter, whatever stands around them, and what is below; without an end, those up to a blank one. */
function splitLoosely(text: string): { lines: string[]; body?: string } {
  const head = text.slice(0, searchedLength).split("\n");
  const first = head.findIndex((line) => line.trim() !== "");
  const start = rule.test(head[first] ?? "") ? first + 1 : Math.max(first, 0);
  const end = head.findIndex((line, index) => index >= start && rule.test(line));
  if (end >= 0) {
    const length = head.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0);
    return { lines: head.slice(start, end), body: text.slice(length) };
  }
  const blank = head.findIndex((line, index) => index >= start && line.trim() === "");
  return { lines: head.slice(start, blank < 0 ? undefined : blank) };
}

/** A value without its quotes and the remark behind it. */
function unquote(value: string): string {
  const bare = value.replace(/\s+#.*$/, "").trim();
  return /^(["']).*\1$/.test(bare) ? bare.slice(1, -1) : bare;
}
