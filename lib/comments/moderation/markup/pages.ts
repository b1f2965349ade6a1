import type { Element } from "hast";
import { h } from "@/lib/comments/markup/h";
import { messages } from "@/lib/messages/messages";

/** The way through several pages; nothing where there is one. */
export function buildPages(
  page: number,
  pageCount: number,
  urlOf: (page: number) => string,
): Element[] {
  if (pageCount < 2) return [];
  const { label, previous, next, position } = messages.pagination;
  return [
    h(
      "nav",
      { ariaLabel: label, className: ["desk-pages"] },
      page > 1 && h("a", { href: urlOf(page - 1), rel: ["prev"] }, previous),
      " ",
      h("span", {}, position(page, pageCount)),
      " ",
      page < pageCount && h("a", { href: urlOf(page + 1), rel: ["next"] }, next),
    ),
  ];
}
