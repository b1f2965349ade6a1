import type { Element, ElementContent } from "hast";

import { attribute, createElement, isBlankText, isElement } from "@/lib/html/element";
import { resourceProtocols, safeUrl } from "@/lib/html/safe-url";
import { type Body, rewriteElements } from "@/lib/html/tree";

/** Where lazy-loading scripts keep the real address, in the order in which they are believed. */
const sourceProperties = [
  "dataSrc",
  "dataOriginal",
  "dataLazySrc",
  "dataOriginalSrc",
  "dataActualsrc",
  "dataLazy",
  "src",
] as const;

const sourceSetProperties = ["dataSrcset", "dataLazySrcset", "dataOriginalSet", "srcSet"] as const;

/**
 * Every picture becomes a plain `<img>` that the browser itself loads late, with one real address.
 * Scripts' placeholders go; a `<noscript>` twin goes if its picture is there, else it takes its place.
 */
export function resolveLazyPictures(body: Body): void {
  rewriteElements(body, (element) => {
    if (element.tagName === "img") return resolvePicture(element);
    if (element.tagName === "picture") return unwrapPicture(element);
    return element;
  });
  // Only now is it known which pictures are usable, and a twin has to be compared with its neighbour.
  rewriteElements(body, (element) => {
    if (element.children.some((child) => isElement(child, "noscript"))) {
      element.children = resolveTwins(element.children);
    }
    return element;
  });
  body.children = resolveTwins(body.children);
}

function resolvePicture(image: Element): Element | undefined {
  const src = findSource(image);
  if (src === undefined) return undefined;
  const kept: Element["properties"] = { src };
  for (const property of ["alt", "title", "width", "height", "id", "className", "dataCaption"]) {
    const value = image.properties[property];
    if (value !== undefined) kept[property] = value;
  }
  // Read by `dropPlaceholders`; the sanitiser removes it.
  if (image.properties.style !== undefined) kept.style = image.properties.style;
  return createElement(
    "img",
    { ...kept, loading: "lazy", decoding: "async", referrerPolicy: "no-referrer" },
    [],
  );
}

function findSource(element: Element): string | undefined {
  for (const property of sourceProperties) {
    const src = safeUrl(attribute(element, property) ?? "", resourceProtocols);
    if (src !== undefined) return src;
  }
  for (const property of sourceSetProperties) {
    const src = safeUrl(largestCandidate(element.properties[property]), resourceProtocols);
    if (src !== undefined) return src;
  }
  return undefined;
}

/** The candidate with the greatest width or density; `srcset` as in the HTML standard, 4.8.4.2. */
function largestCandidate(sourceSet: Element["properties"][string]): string {
  const written = Array.isArray(sourceSet) ? sourceSet.join(", ") : String(sourceSet ?? "");
  let largest = { url: "", size: -1 };
  for (const candidate of written.split(/,\s+|,(?=https?:|\/)/)) {
    const [url = "", descriptor = "1x"] = candidate.trim().split(/\s+/);
    const size = Number.parseFloat(descriptor);
    if (url !== "" && size > largest.size) largest = { url, size };
  }
  return largest.url;
}

/** `<picture>` offers formats; one address is enough, and its `<img>` knows the description. */
function unwrapPicture(picture: Element): ElementContent | undefined {
  const image = picture.children.find((child) => isElement(child, "img"));
  if (image) return image;
  const source = picture.children.find((child) => isElement(child, "source"));
  return source?.type === "element"
    ? resolvePicture(createElement("img", { ...source.properties }, []))
    : undefined;
}

function resolveTwins(children: ElementContent[]): ElementContent[] {
  const resolved: ElementContent[] = [];
  for (const child of children) {
    const twin = isElement(child, "noscript") ? findOnlyPicture(child) : undefined;
    if (!twin) {
      resolved.push(child);
      continue;
    }
    const previous = resolved.findLast((node) => !isBlankText(node));
    if (!isElement(previous, "img")) resolved.push(twin);
  }
  return resolved;
}

function findOnlyPicture(noscript: Element): Element | undefined {
  const content = noscript.children.filter((child) => !isBlankText(child));
  const [only] = content;
  return content.length === 1 && isElement(only, "img") ? only : undefined;
}
