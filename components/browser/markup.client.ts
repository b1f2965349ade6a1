/**
 * The only door through which a script of ours makes elements of a string: the site's own markup of one comment. Where the
 * policy of a page asks for Trusted Types it names this one, which can't make a script. Browsers without Trusted Types have
 * nothing to be asked.
 */
const { trustedTypes }: PolicyWindow = window;
const policy = trustedTypes?.createPolicy("masthead", { createHTML: (html) => html });

/** TypeScript doesn't know it, and takes what it makes for the string that it stands for. */
interface PolicyWindow {
  document: Document;
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createHTML: (html: string) => string },
    ): { createHTML(html: string): string };
  };
}

/** What the site sends of itself, sanitised there, as elements that nothing has run in yet. */
export function parseMarkup(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}
