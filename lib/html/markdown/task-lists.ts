import type MarkdownIt from "markdown-it";
import type { StateCore, Token } from "markdown-it";

/**
 * Items of lists that begin with `[ ]` or `[x]` show a box, as on GitHub. One pass with the open lists at hand: to look for
 * an item's list from the item backwards takes time with the square of their number.
 */
export function taskLists(markdown: MarkdownIt): void {
  markdown.core.ruler.after("inline", "task_lists", (state) => {
    const lists: Token[] = [];
    for (const [index, token] of state.tokens.entries()) {
      if (/^(?:bullet|ordered)_list_open$/.test(token.type)) lists.push(token);
      else if (/^(?:bullet|ordered)_list_close$/.test(token.type)) lists.pop();
      else if (token.type === "inline") addBox(state, index, lists.at(-1));
    }
  });
}

const mark = /^\[([ \u00a0xX])\][ \u00a0]/;

function addBox(
  { tokens, Token: TokenOf }: StateCore,
  index: number,
  list: Token | undefined,
): void {
  const [item, paragraph, text] = [tokens[index - 2], tokens[index - 1], tokens[index]];
  if (item?.type !== "list_item_open" || paragraph?.type !== "paragraph_open") return;
  const [, box] = mark.exec(text?.content ?? "") ?? [];
  const first = text?.children?.[0];
  if (box === undefined || first === undefined) return;
  first.content = first.content.slice("[ ]".length);
  const input = new TokenOf("task_box", "input", 0);
  input.attrSet("type", "checkbox");
  input.attrSet("class", "task-list-item-checkbox");
  // For looking at, not for clicking.
  input.attrSet("disabled", "disabled");
  if (/x/i.test(box)) input.attrSet("checked", "checked");
  text?.children?.unshift(input);
  item.attrSet("class", "task-list-item");
  list?.attrSet("class", "task-list-container");
}
