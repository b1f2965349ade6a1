import type { Position } from "@/lib/content/front-matter-yaml";
import type { FieldValue } from "@/lib/content/read-fields";
import type { Finding } from "@/lib/problem";
import { frontMatterFields } from "@/lib/store/post-columns";

/** UTF-16 code units, far beyond what is meant to be read as one title or name: a quote or bracket went wrong. */
const maxTextLength = 1000;
const maxNameLength = 200;

/** Names in one list. Each has a page of its own that lists the post. */
const maxNames = 200;

/** Texts that are shown as a line; an address or a summary may be longer. */
const lines = new Set<string>(["title", "name", "slug", ...frontMatterFields]);

/** Refuses what is too long or too many to be shown: such a value is damage, and would cost every page that lists it. */
export function checkLengths(
  fields: Readonly<Record<string, FieldValue>>,
  positions: ReadonlyMap<string, Position>,
): Finding[] {
  const findings: Finding[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const refuse = (message: string, remedy: string) =>
      findings.push({
        ...(positions.get(name) ?? { line: 1, column: 1 }),
        severity: "error",
        message,
        remedy,
      });
    if (typeof value === "string" && lines.has(name) && value.length > maxTextLength) {
      refuse(
        `\`${name}\` has ${value.length} characters, more than ${maxTextLength}`,
        "shorten it; perhaps a quote isn't closed where it should be",
      );
    }
    if (!Array.isArray(value)) continue;
    if (value.length > maxNames) {
      refuse(
        `\`${name}\` has ${value.length} entries, more than ${maxNames}`,
        "keep those by which a reader would look for the text",
      );
    }
    const longest = Math.max(0, ...value.map((entry) => entry.length));
    if (longest > maxNameLength && name !== "aliases") {
      refuse(
        `an entry of \`${name}\` has ${longest} characters, more than ${maxNameLength}`,
        "shorten it; perhaps a quote isn't closed, or a comma is missing",
      );
    }
  }
  return findings;
}
