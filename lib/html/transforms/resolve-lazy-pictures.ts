import type { Element, ElementContent } from "hast";

import { attribute, createElement, isBlankText, isElement } from "@/lib/html/tree/element";
import { resourceProtocols, safeUrl } from "@/lib/html/tree/safe-url";
import { type Body, rewriteElements, visitElements } from "@/lib/html/tree/tree";

/** Where lazy-loading scripts keep the real address, in the order in which they are believed. */
const lazyProperties = [
  "dataSrc",
  "dataOriginal",
  "dataLazySrc",
  "dataOriginalSrc",
  "dataActualsrc",
  "dataLazy",
  "dataLazyload",
  "dataEcho",
  "dataCfsrc",
  "dataEzsrc",
  // Forums of the Discuz family.
  "fileSrc",
  "file-src",
  "zoomfile",
  "file",
] as const;

const lazySetProperties = ["dataSrcset", "dataLazySrcset", "dataOriginalSet"] as const;

/** File names of what stands in for a picture until a script has run. */
const standIn =
  /(?:^|\/)(?:1x1|blank|dot|empty|gr[ae]y|lazy(?:load)?|loading|none|pixel|placeholder|spacer|transparent)[\w.-]*\.(?:gif|png|svg|webp)$/i;

/**
 * Every picture becomes a plain `<img>` that the browser itself loads late, with one real address.
 * Scripts' placeholders go; a `<noscript>` twin goes if its picture is there, else it takes its place.
 */
export function resolveLazyPictures(body: Body): void {
  visitElements(body, (element) => {
    if (element.tagName === "amp-img") element.tagName = "img";
    if (element.tagName === "picture") lendSources(element);
  });
  const standIns = new Set<Element>();
  let hasTwins = false;
  rewriteElements(body, (element) => {
    if (element.tagName === "noscript") hasTwins = true;
    if (element.tagName === "picture") return unwrapPicture(element);
    if (element.tagName !== "img") return element;
    const picture = resolvePicture(element);
    if (picture && isStandIn(attribute(picture, "src") ?? "")) standIns.add(picture);
    // What its `<noscript>` holds takes the place of an `<amp-img>`, and is judged with the others.
    return picture ?? element.children.filter((child) => isElement(child, "noscript"));
  });
  if (!hasTwins) return;
  // Only now is it known which pictures are usable, and a twin has to be compared with its neighbour.
  rewriteElements(body, (element) => {
    if (element.children.some((child) => isElement(child, "noscript"))) {
      element.children = resolveTwins(element.children, standIns);
    }
    return element;
  });
  body.children = resolveTwins(body.children, standIns);
}

function isStandIn(address: string): boolean {
  return standIn.test(address.split(/[?#]/, 1)[0] ?? "");
}

/** An `<img>` without an address of its own gets the sources beside it: it has the description. */
function lendSources(picture: Element): void {
  const image = picture.children.find((child) => isElement(child, "img"));
  if (!isElement(image) || findSource(image) !== undefined) return;
  for (const source of picture.children) {
    if (!isElement(source, "source") || findSource(source) === undefined) continue;
    image.properties.src = findSource(source);
    return;
  }
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
  const own = usable(attribute(element, "src"));
  return (
    firstUsable(lazyProperties.map((property) => attribute(element, property))) ??
    (own !== undefined && !isStandIn(own) ? own : undefined) ??
    firstUsable(
      lazySetProperties.map((property) => largestCandidate(element.properties[property])),
    ) ??
    usable(largestCandidate(element.properties.srcSet)) ??
    own
  );
}

function firstUsable(addresses: readonly (string | undefined)[]): string | undefined {
  for (const address of addresses) {
    // `data-lazy="true"` is a flag.
    if (address === undefined || !/[./]/.test(address)) continue;
    const found = usable(address);
    if (found !== undefined) return found;
  }
  return undefined;
}

function usable(address: string | undefined): string | undefined {
  return safeUrl(address ?? "", resourceProtocols);
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
  return isElement(source)
    ? resolvePicture(createElement("img", { ...source.properties }, []))
    : undefined;
}

function resolveTwins(
  children: readonly ElementContent[],
  standIns: ReadonlySet<Element>,
): ElementContent[] {
  const resolved: ElementContent[] = [];
  /** Where in `resolved` the last thing that isn't blank stands. */
  let last = -1;
  for (const child of children) {
    const twin = isElement(child, "noscript") ? findOnlyPicture(child) : undefined;
    if (!twin) {
      resolved.push(child);
      if (!isBlankText(child)) last = resolved.length - 1;
      continue;
    }
    const previous = findOnlyPicture(resolved[last]);
    if (previous && standIns.has(previous)) {
      Object.assign(previous.properties, twin.properties);
    } else if (!previous) {
      last = resolved.push(twin) - 1;
    }
  }
  return resolved;
}

/** The picture of a node that is one, or a box with nothing else in it. */
function findOnlyPicture(node: ElementContent | undefined): Element | undefined {
  if (isElement(node, "img")) return node;
  if (!isElement(node)) return undefined;
  const content = node.children.filter((child) => !isBlankText(child));
  return content.length === 1 ? findOnlyPicture(content[0]) : undefined;
}
