import type { Identity } from "@/lib/bench/archive/identity";
import type { Quirk } from "@/lib/bench/archive/quirks";
import type { Random } from "@/lib/bench/archive/random";
import { scrapedPieces, wrapInShell } from "@/lib/bench/archive/scraped-pieces";

/**
 * The body as scraping left it: a comment with a time, the title again as a link, a line that Markdown reads as a
 * heading, and the article's HTML in one `<div>`.
 * @param bytes size that the body should come to
 */
export function createPostBody(
  identity: Identity,
  quirks: ReadonlySet<Quirk>,
  bytes: number,
  random: Random,
): string {
  const { title, from, date } = identity;
  const head = `<!--${date.getTime()}-->\n[${title}](${from})\n------\n\n`;
  const rest = Math.max(0, bytes - Buffer.byteLength(head));
  if (quirks.has("markdown")) return head + createMarkdown(identity, rest);
  const article = createArticle(identity, quirks, rest - 16, random);
  return `${head}<div>\n${quirks.has("shell") ? wrapInShell(article) : article}\n</div>\n`;
}

function createArticle(
  identity: Identity,
  quirks: ReadonlySet<Quirk>,
  bytes: number,
  random: Random,
): string {
  const pieces = scrapedPieces(identity, quirks, random);
  const styled = quirks.has("inlineStyle");
  const separator = quirks.has("blankLine") ? "\n\n" : "";
  let left = bytes - pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0);
  const parts: string[] = [];
  do {
    const paragraph = createParagraph(identity, styled, Math.min(left, 250 + random.below(450)));
    left -= Buffer.byteLength(paragraph);
    parts.push(paragraph);
    // Long articles have a picture every few paragraphs.
    if (bytes > 10_000 && random.chance(0.12)) {
      const [picture] = scrapedPieces(identity, new Set(["picture"]), random);
      left -= Buffer.byteLength(picture ?? "");
      parts.push(picture ?? "");
    }
  } while (left > 0);
  // The scraped pieces stand between the paragraphs, the first of them (a picture) on top.
  for (const [index, piece] of pieces.entries()) {
    parts.splice(index === 0 ? 0 : random.below(parts.length + 1), 0, piece);
  }
  return parts.join(separator);
}

function createParagraph({ prose }: Identity, styled: boolean, bytes: number): string {
  if (!styled) return `<p>${prose.paragraph(bytes - 7)}</p>`;
  const open =
    '<p style="text-align: justify; line-height: 1.8; margin: 0 0 15px"><span style="font-size: 16px; font-family: sans-serif">';
  return `${open}${prose.paragraph(bytes - open.length - 11)}</span></p>`;
}

/** A few posts were written by hand. */
function createMarkdown({ prose }: Identity, bytes: number): string {
  const parts: string[] = [];
  for (let left = bytes; left > 0; ) {
    const kind = parts.length % 4;
    const text = prose.paragraph(Math.min(left, 300));
    const part =
      kind === 1
        ? `## ${prose.title(3)}`
        : kind === 3
          ? `- ${text}\n- **${prose.phrase(2)}**`
          : text;
    left -= Buffer.byteLength(part) + 2;
    parts.push(part);
  }
  return `${parts.join("\n\n")}\n`;
}
