import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "@/lib/comments/markup/h";
import { settings } from "@/lib/settings";
import { frontPageUrl } from "@/lib/urls";

/** Its rules for forms and comments are those of the pages; see app/globals.css. */
const styleSheet = "/styles/plain-page.css";

/**
 * A whole page for what one reader alone sees: a form that comes back with what was typed and the status that belongs to
 * it. Pages of the application can't have a status of their own; this one needs no script and no build.
 */
export function buildDocument(title: string, ...content: ElementContent[]): string {
  const page: Root = {
    type: "root",
    children: [
      { type: "doctype" },
      h(
        "html",
        { lang: settings.locale },
        h(
          "head",
          {},
          h("meta", { charSet: "utf-8" }),
          h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
          h("meta", { name: "color-scheme", content: "light dark" }),
          h("meta", { name: "robots", content: "noindex" }),
          h("title", {}, `${title} · ${settings.name}`),
          h("link", { rel: ["stylesheet"], href: styleSheet }),
        ),
        h("body", {}, buildHead(), h("main", {}, h("h1", {}, title), content)),
      ),
    ],
  };
  return toHtml(page);
}

const buildHead = (): Element =>
  h("header", {}, h("a", { href: frontPageUrl, className: ["plain-name"] }, settings.name));
