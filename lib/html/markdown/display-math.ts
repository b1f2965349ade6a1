import type MarkdownIt from "markdown-it";
import type { StateBlock } from "markdown-it";

const fence = "$$";

/**
 * `$$…$$` on lines of its own. It stands in for the rule of @mdit/plugin-tex, which takes a `$$`
 * that nobody closes as maths up to the end of the post: here it stays text.
 */
export function displayMath(markdown: MarkdownIt): void {
  markdown.block.ruler.at("math_block_dollar", parseDisplayMath, {
    alt: ["paragraph", "reference", "blockquote", "list"],
  });
}

/** The line up to which no `$$` closes one: each line of a paragraph would search it again. */
const unclosedUntil = new WeakMap<StateBlock, number>();

function parseDisplayMath(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (!state.src.startsWith(fence, start)) return false;
  if (startLine < (unclosedUntil.get(state) ?? 0)) return false;

  const content: string[] = [];
  let line = startLine;
  for (; line < endLine; line++) {
    const from =
      line === startLine
        ? start + fence.length
        : (state.bMarks[line] ?? 0) + Math.min(state.tShift[line] ?? 0, state.blkIndent);
    if (line > startLine && (state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) {
      break;
    }
    const text = state.src.slice(from, state.eMarks[line]).trimEnd();
    if (text.endsWith(fence)) {
      content.push(text.slice(0, -fence.length));
      const formula = content.join("\n").trim();
      if (formula === "") return false;
      if (silent) return true;
      const token = state.push("math_block", "math", 0);
      token.block = true;
      token.content = formula;
      token.map = [startLine, line + 1];
      token.markup = fence;
      state.line = line + 1;
      return true;
    }
    // A formula has no blank lines in TeX either; without this a stray `$$` would search for miles.
    if (text.trim() === "" && line > startLine) break;
    content.push(text);
  }
  unclosedUntil.set(state, line);
  return false;
}
