import { type FrontMatterKeys, parseYaml } from "@/lib/content/front-matter-yaml";
import type { Finding } from "@/lib/problem";

/** Long enough for any list of tags; a longer one is a file whose closing `---` is missing. */
const maxFrontMatterLength = 64 * 1024;

export interface FrontMatter extends FrontMatterKeys {
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
  if (start === undefined) return { ok: false, missing: true, findings: [describeMissing(text)] };
  const end = closing.exec(text.slice(start, start + maxFrontMatterLength));
  if (!end) {
    const finding = atStart(
      "the front matter that starts here is never closed",
      "end it with a line `---`",
    );
    return { ok: false, missing: false, findings: [finding] };
  }
  const parsed = parseYaml(text.slice(start, start + end.index));
  const body = text.slice(start + end.index + end[0].length + 1);
  return parsed.ok ? { body, ...parsed } : { missing: false, ...parsed };
}

const describeMissing = (text: string): Finding =>
  /^\s+---[ \t]*\n/.test(text)
    ? atStart(
        "there is something before the `---` line of the front matter",
        "let the file begin with it: no empty line, no blank, no second byte order mark",
      )
    : atStart(
        "the file has no front matter",
        "start it with a `---` line, `title:` and `date:`, and a `---` line",
      );

const atStart = (message: string, remedy: string): Finding => ({
  line: 1,
  column: 1,
  severity: "error",
  message,
  remedy,
});
