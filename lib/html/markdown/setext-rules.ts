import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";

/** Longer than any headline; in characters. */
const maxHeading = 100;

/**
 * `------` under text makes a heading of it, of as many lines as there are. Where scrapers and people
 * who mean a rule wrote it under a paragraph (of several lines, or that ends as sentences do), it is a
 * paragraph with a rule below.
 */
export function setextRules(markdown: MarkdownIt): void {
  markdown.core.ruler.after("block", "setext_rules", (state) => {
    const { tokens } = state;
    if (!tokens.some(isDashed)) return;
    let rule: Token | undefined;
    state.tokens = tokens.flatMap((token, index) => {
      if (isDashed(token) && isParagraph(tokens[index + 1]?.content ?? "")) {
        Object.assign(token, { type: "paragraph_open", tag: "p", markup: "" });
        rule = Object.assign(new state.Token("hr", "hr", 0), { block: true, map: token.map });
      } else if (rule && token.type === "heading_close") {
        Object.assign(token, { type: "paragraph_close", tag: "p", markup: "" });
        const below = rule;
        rule = undefined;
        return [token, below];
      }
      return [token];
    });
  });
}

function isDashed(token: Token): boolean {
  return token.type === "heading_open" && token.markup === "-";
}

function isParagraph(content: string): boolean {
  const text = content.trim();
  // A link line stays a heading however long its address: the front matter's echo is looked for there.
  if (/^\[[^\n]*\]\([^\n]*\)$/.test(text)) return false;
  return text.includes("\n") || text.length > maxHeading || /[。；;]$/.test(text);
}
