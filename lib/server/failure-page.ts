import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { failureMessagesIn } from "@/lib/messages/failure-messages";
import { languages } from "@/lib/text/languages";
import { frontPageUrl } from "@/lib/urls";

/** How Next.js names the style sheet of a page that has failed. */
const sheet = /<link rel="(?:preload|stylesheet)" href="(\/[^"]+\.css)"/;

/**
 * What stands in the place of a page that could not be rendered. Next.js leaves it to its runtime to write there, which lean
 * pages don't have. In every language: where the store can't be read, nobody knows the publication's.
 * @param given as Next.js answers
 */
export function buildFailurePage(given: string): string {
  const address = sheet.exec(given)?.[1];
  const title = languages.map((language) => failureMessagesIn(language).title).join(" · ");
  const page = h("html", { lang: languages[0] }, [
    h("head", [
      h("meta", { charSet: "utf-8" }),
      h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
      h("meta", { name: "color-scheme", content: "light dark" }),
      h("meta", { name: "robots", content: "noindex" }),
      h("title", title),
      ...(address === undefined ? [] : [h("link", { rel: "stylesheet", href: address })]),
    ]),
    h("body", [h("main", languages.map(buildNotice))]),
  ]);
  return `<!DOCTYPE html>${toHtml(page)}`;
}

function buildNotice(language: (typeof languages)[number]) {
  const { title, text, retry, home } = failureMessagesIn(language);
  return h("div", { lang: language, class: "notice" }, [
    h("h1", title),
    h("p", text),
    h("p", { class: "notice-actions" }, [
      // The same address once more.
      h("a", { href: "", class: "button" }, retry),
      h("a", { href: frontPageUrl, class: "button" }, home),
    ]),
  ]);
}
