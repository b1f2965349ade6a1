import type { Element } from "hast";

import type { BodyContext } from "@/lib/html/tree/body-context";
import { attribute } from "@/lib/html/tree/element";
import { isSameAddress } from "@/lib/html/tree/same-text";
import { isOwnPath } from "@/lib/html/tree/site-paths";
import { type Body, visitElements } from "@/lib/html/tree/tree";

/** Elements with an address that a scraper may have left relative, and the property that holds it. */
const addressProperties: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  audio: ["src"],
  iframe: ["src", "dataSrc"],
  img: ["src"],
  source: ["src"],
  video: ["src", "poster"],
};

/**
 * What is relative in a scraped body is relative to where it was scraped. An address stays if it is
 * one of this site's (`isOwnPath`), if it leads to another post's file (`.md`), or if nobody knows
 * where the post comes from. A link to a place in the source's page leads to that place in ours.
 */
export function resolveAddresses(body: Body, context: BodyContext): void {
  const { from } = context;
  if (from === undefined || !/^https?:/i.test(from) || !URL.canParse(from)) return;
  let places: ReadonlySet<string> | undefined;
  visitElements(body, (element) => {
    for (const property of addressProperties[element.tagName] ?? []) {
      const written = attribute(element, property);
      if (written === undefined) continue;
      if (isRelative(written) && !isOurs(written, context)) {
        element.properties[property] = resolve(written, from);
      } else if (property === "href" && isPlaceIn(written, from)) {
        places ??= findPlaces(body);
        const fragment = written.slice(written.indexOf("#") + 1);
        if (places.has(fragment)) element.properties.href = `#${fragment}`;
      }
    }
  });
}

/** Neither a scheme nor a host, and not merely a place in this page. */
function isRelative(address: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[\\/]{2}|#)/i.test(address);
}

function isOurs(address: string, context: BodyContext): boolean {
  if (address.startsWith("/")) return isOwnPath(address, context);
  return /\.md(?:[?#]|$)/i.test(address);
}

function resolve(address: string, from: string): string {
  return URL.canParse(address, from) ? new URL(address, from).href : address;
}

function isPlaceIn(address: string, from: string): boolean {
  return address.includes("#", 1) && isSameAddress(address, from);
}

function findPlaces(body: Body): ReadonlySet<string> {
  const places = new Set<string>();
  visitElements(body, (element: Element) => {
    for (const name of ["id", "name"]) {
      const place = attribute(element, name);
      if (place !== undefined) places.add(place);
    }
  });
  return places;
}
