import { attribute, classNames } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/**
 * Removes the elements that bear one of the names as id or class, with all in them: for names that on
 * this site never hold a part of an article.
 */
export function dropNamed(body: Body, names: ReadonlySet<string>): void {
  rewriteElements(body, (element) =>
    names.has(attribute(element, "id") ?? "") || classNames(element).some((name) => names.has(name))
      ? undefined
      : element,
  );
}
