import type { Dialect } from "@/lib/html/dialects/dialect";
import { dropNamed } from "@/lib/html/dialects/drop-named";
import { classNames } from "@/lib/html/tree/element";
import { rewriteElements } from "@/lib/html/tree/tree";

const names: ReadonlySet<string> = new Set(["news-app-promo", "wsw__related"]);

/** 美国之音, on the system that it shares with Radio Free Europe: players leave their controls as text. */
export const voa: Dialect = {
  hosts: ["voachinese.com", "voacantonese.com", "voanews.com"],
  transform(body) {
    dropNamed(body, names);
    rewriteElements(body, (element) =>
      classNames(element).some((name) => name === "c-mmp" || name.startsWith("c-mmp__"))
        ? element.children.filter((child) => child.type === "element" && isMedia(child.tagName))
        : element,
    );
  },
};

function isMedia(tagName: string): boolean {
  return tagName === "audio" || tagName === "video" || tagName === "img";
}
