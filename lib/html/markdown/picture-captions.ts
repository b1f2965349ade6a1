import type MarkdownIt from "markdown-it";

/**
 * The title of a Markdown picture, `![alt](src "title")`, is meant to be read: it becomes
 * `data-caption`, from which `buildFigures` makes a caption. A `title` in raw HTML stays a tooltip.
 */
export function pictureCaptions(markdown: MarkdownIt): void {
  const render = markdown.renderer.rules.image;
  markdown.renderer.rules.image = (tokens, index, options, env, self) => {
    for (const attribute of tokens[index]?.attrs ?? []) {
      if (attribute[0] === "title") attribute[0] = "data-caption";
    }
    return render?.(tokens, index, options, env, self) ?? "";
  };
}
