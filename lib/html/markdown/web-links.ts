import type MarkdownIt from "markdown-it";

/**
 * Bare addresses become links if they begin with `http://`, `https://` or `www.`. Guessing from
 * top-level domains is off: `foo.py` and `readme.md` are files here, not hosts in Paraguay and Moldova.
 */
export function webLinks(markdown: MarkdownIt): void {
  markdown.linkify
    .set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
    .add("ftp:", null)
    .add("//", null)
    .add("mailto:", null)
    .add("http:", { validate: (text, position) => measure(text, position, afterScheme) })
    .add("https:", "http:")
    .add("www.", {
      validate: (text, position) => measure(text, position, afterWww),
      normalize: (match) => {
        match.url = `http://${match.url}`;
      },
    });
}

const host = "[a-z0-9][a-z0-9.-]{0,252}";
const port = String.raw`(?::\d{1,5})?`;
/**
 * Han stays part of a path (Wikipedia's addresses have it), but Chinese punctuation ends the
 * address: no space stands between an address and the sentence that goes on behind it.
 */
const rest = String.raw`(?:[/?#][^\s<>"\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff3d\uff5b-\uff65\u2018-\u201f\u2026]{0,2000})?`;
const afterScheme = new RegExp(`//${host}${port}${rest}`, "iy");
const afterWww = new RegExp(`${host}${port}${rest}`, "iy");

/** How many characters from `position` belong to the address; 0 if none do. */
function measure(text: string, position: number, pattern: RegExp): number {
  pattern.lastIndex = position;
  const found = pattern.exec(text)?.[0];
  return found === undefined ? 0 : trimEnd(found).length;
}

/** GFM's extended autolinks: closing punctuation and unmatched brackets are the sentence's own. */
function trimEnd(address: string): string {
  let end = address.length;
  let unmatched = 0;
  for (const character of address) {
    if (character === "(") unmatched--;
    else if (character === ")") unmatched++;
  }
  for (; end > 0; end--) {
    const last = address[end - 1] ?? "";
    if (last === ")" && unmatched > 0) unmatched--;
    else if (!".,:;!?'*_~]-".includes(last)) break;
  }
  return address.slice(0, end);
}
