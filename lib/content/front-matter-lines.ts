import type { Finding } from "@/lib/problem";

/** What can be wrong with the `---` lines around the front matter. */

/** How far into a file a front matter is looked for that doesn't stand at its start. */
const searchedLength = 4096;

/** Dashes of any width and number, where three ASCII hyphens are meant. */
const dashes = /^[-\u2010-\u2015\u2500\ufe58\ufe63\uff0d]{2,}[ \t]*$/;

const opening = /^\s*---[ \t]*$/;

const finding = (line: number, message: string, remedy: string): Finding => ({
  line,
  column: 1,
  severity: "error",
  message,
  remedy,
});

/** Why a file that doesn't begin with a `---` line has no front matter, as far as its beginning tells. */
export function describeMissingFrontMatter(text: string): Finding {
  const lines = text.slice(0, searchedLength).split("\n");
  const [first = ""] = lines;
  if (/^\+\+\+[ \t]*$/.test(first) || /^\{/.test(first)) {
    const format = first.startsWith("{") ? "JSON" : "TOML";
    const remedy = "write it as YAML: a `---` line, `title: …` and `date: …`, and a `---` line";
    return finding(1, `the front matter is ${format}`, remedy);
  }
  if (dashes.test(first)) {
    return finding(
      1,
      `the first line is \`${first.trim().slice(0, 20)}\`, which opens no front matter`,
      "write exactly three hyphens, `---`",
    );
  }
  const start = lines.findIndex((line) => opening.test(line));
  // Without a key behind it, it is a rule between two parts of the text.
  if (start >= 0 && /^[\w-]+:/.test(lines[start + 1] ?? "")) {
    return finding(
      start + 1,
      "there is something before the `---` line of the front matter",
      "let the file begin with it: no empty line, no comment, no blank, no second byte order mark",
    );
  }
  return finding(
    1,
    "the file has no front matter",
    "start it with a `---` line, `title:` and `date:`, and a `---` line",
  );
}

/**
 * Why the front matter that the first line opens has no end.
 * @param start where its first line starts
 * @param closing what would have been its end
 */
export function describeUnclosed(text: string, start: number, closing: RegExp): Finding {
  const lines = text.slice(start, start + searchedLength).split("\n");
  const almost = lines.findIndex((line) => dashes.test(line.trim()));
  if (almost >= 0) {
    const written = lines[almost]?.trim().slice(0, 20);
    const remedy = `make line ${almost + 2}, \`${written}\`, exactly three hyphens at the start of the line`;
    return finding(1, "the front matter that starts here is never closed", remedy);
  }
  // It may be a rule in the text as well, so no more is said.
  return closing.test(text.slice(start))
    ? finding(
        1,
        "the front matter that starts here is not closed within 64 KB",
        "shorten it, or put the `---` line behind its last key if that is missing",
      )
    : finding(1, "the front matter that starts here is never closed", "end it with a line `---`");
}
