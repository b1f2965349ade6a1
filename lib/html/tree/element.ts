import type { Element, ElementContent, Properties } from "hast";

export function createElement(
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}

/** An element, of one of the names if any are given. */
export function isElement<Name extends string = string>(
  node: ElementContent | undefined,
  ...tagNames: readonly Name[]
): node is Element & { tagName: Name } {
  if (node?.type !== "element") return false;
  return tagNames.length === 0 || tagNames.some((name) => name === node.tagName);
}

/** An attribute as the author wrote it, trimmed; nothing if it is absent, empty or a bare flag. */
export function attribute(element: Element, property: string): string | undefined {
  const value = element.properties[property];
  if (value === null || value === undefined || typeof value === "boolean") return undefined;
  const written = (Array.isArray(value) ? value.join(" ") : String(value)).trim();
  return written === "" ? undefined : written;
}

export function classNames(element: Element): string[] {
  const value = element.properties.className;
  return Array.isArray(value) ? value.map(String) : [];
}

export function hasClass(element: Element, name: string): boolean {
  const value = element.properties.className;
  return Array.isArray(value) && value.includes(name);
}

/** Whitespace as a reader sees it: no-break, ideographic and zero-width spaces count too. */
function isBlank(text: string): boolean {
  return !/[^\s\u200b-\u200d\u2060\ufeff]/u.test(text);
}

export function isBlankText(node: ElementContent): boolean {
  return node.type === "text" && isBlank(node.value);
}
