import { describeMissingFrontMatter, describeUnclosed } from "@/lib/content/front-matter-lines";
import { type FrontMatterKeys, parseYaml } from "@/lib/content/front-matter-yaml";
import type { Finding } from "@/lib/problem";

/** UTF-16 code units; long enough for any list of tags. A longer one is a file whose closing `---` is missing. */
const maxFrontMatterLength = 64 * 1024;

interface FrontMatter extends FrontMatterKeys {
  /** The text after the closing line. */
  body: string;
  /** Line of the file on which the body begins. */
  bodyLine: number;
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
  if (start === undefined)
    return { ok: false, missing: true, findings: [describeMissingFrontMatter(text)] };
  const end = closing.exec(text.slice(start, start + maxFrontMatterLength));
  if (!end)
    return { ok: false, missing: false, findings: [describeUnclosed(text, start, closing)] };
  const parsed = parseYaml(text.slice(start, start + end.index));
  const body = text.slice(start + end.index + end[0].length + 1);
  const bodyLine = text.slice(0, start + end.index).split("\n").length + 1;
  return parsed.ok ? { body, bodyLine, ...parsed } : { missing: false, ...parsed };
}
