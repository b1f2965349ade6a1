import type { Element, ElementContent, Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { h } from "@/lib/comments/markup/h";
import { settings } from "@/lib/settings";
import { frontPageUrl } from "@/lib/urls";

/** Its rules for forms and comments are those of the pages; see app/globals.css. */
const styleSheet = "/styles/plain-page.css";

/** What a page of its own has beside title and content. */
interface DocumentParts {
  title: string;
  /** In the head of the page, beside the publication's name. */
  head?: readonly Element[];
  /** In addition to the style sheet of all these pages; addresses from the root. */
  styleSheet?: string;
  /** A module that makes the page better where it runs. */
  script?: string;
}

/**
 * A whole page for what one reader alone sees: a form that comes back with what was typed and the status that belongs to
 * it. Pages of the application can't have a status of their own; this one needs no script and no build.
 */
export const buildDocument = (title: string, ...content: ElementContent[]): string =>
  buildDocumentOf({ title }, ...content);

/** As `buildDocument`, for pages that need more than words and forms. */
export function buildDocumentOf(
  { title, head = [], styleSheet: ownSheet, script }: DocumentParts,
  ...content: ElementContent[]
): string {
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
          h("link", { rel: ["icon"], href: "/icon.svg" }),
          ownSheet !== undefined && h("link", { rel: ["stylesheet"], href: ownSheet }),
          script !== undefined && h("script", { type: "module", src: script }),
        ),
        h("body", {}, buildHead(head), h("main", {}, h("h1", {}, title), content)),
      ),
    ],
  };
  return toHtml(page);
}

const buildHead = (more: readonly Element[]): Element =>
  h("header", {}, h("a", { href: frontPageUrl, className: ["plain-name"] }, settings.name), more);
