import type { Element } from "hast";
import { renderMarkdown } from "@/lib/html/markdown";
import { type CodeRange, findCode } from "@/lib/html/markdown/find-code";
import { parseHtml } from "@/lib/html/parse-html";
import { attribute } from "@/lib/html/tree/element";
import { type Body, visitElements } from "@/lib/html/tree/tree";
import { decodePercentOfAddress } from "@/lib/site/decode-percent";

/** An address in a body, as its author wrote it, and where. */
export interface BodyAddress {
  kind: "link" | "picture" | "media";
  address: string;
  /** In the body, in UTF-16 code units; nothing where the spelling hides it. */
  offset: number | undefined;
  /** Whether Markdown spells it, rather than HTML. */
  isMarkdown: boolean;
  /** Of a picture: whether anything says what is to be seen. */
  isDescribed: boolean;
}

interface AddressesOfBody {
  addresses: BodyAddress[];
  /** The body before any transform. */
  tree: Body;
}

/** Where the source may have an address: behind `](`, in `[x]: …`, in an attribute. */
interface Place {
  offset: number;
  /** As written, decoded. */
  text: string;
  isMarkdown: boolean;
  isBarePicture: boolean;
}

const inlineLink = /\]\([ \t\n]{0,20}<?/g;
const referenceLine = /^ {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]{0,20}<?/gm;
const htmlAttribute = /\b(?:href|src|poster)[ \t\n]{0,8}=[ \t\n]{0,8}["']?/gi;
const barePicture = /!\[[ \t]{0,20}$/;

/** A full address, a query of the page itself, or nothing at all: not an address on this site to look for. */
const foreign = /[a-z][a-z0-9+.-]{0,20}:|[\\/]{2}|[\s"'<>)?]|$/iy;

const maxAddressLength = 2000;

/** In one body; a text with more is no article, and only the first are looked at. */
const maxPlaces = 5000;

/**
 * The addresses of a body, if it has any that need a look: of this site, an anchor in Markdown, or a picture in Markdown
 * that nothing describes. Most bodies have none, and cost a scan of their source; the others are rendered, so that what
 * looks like an address in code is none.
 * @param local whether addresses of this site are of interest
 */
export function findBodyAddresses(
  source: string,
  { local }: { local: boolean },
): AddressesOfBody | undefined {
  const isOfInterest = (place: Place) =>
    place.isBarePicture ||
    (place.isMarkdown && place.text.startsWith("#")) ||
    (local && isLocal(place.text));
  const places = listPlaces(source);
  if (!places.some(isOfInterest)) return undefined;

  const code = [...findCode(source)];
  const byText = new Map<string, Place[]>();
  for (const place of places) {
    if (isWithin(code, place.offset)) continue;
    const same = byText.get(place.text);
    if (same) same.push(place);
    else byText.set(place.text, [place]);
  }
  const tree = parseWithin(source);
  if (!tree) return undefined;
  const addresses: BodyAddress[] = [];
  visitElements(tree, (element) => {
    for (const { kind, address } of addressesOf(element)) {
      const same = byText.get(decodeAddress(address));
      // The same address again stands at its next place.
      const place = same && same.length > 1 ? same.shift() : same?.[0];
      addresses.push({
        kind,
        address,
        offset: place?.offset,
        isMarkdown: place?.isMarkdown ?? false,
        isDescribed: kind !== "picture" || !place?.isBarePicture || isDescribed(element),
      });
    }
  });
  return { addresses, tree };
}

/** The tree of a body; nothing for a hostile one that overflows the stack, of which `renderBody` keeps the text. */
function parseWithin(source: string): Body | undefined {
  try {
    return parseHtml(renderMarkdown(source));
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Whether an address is one of this site: neither a full one nor an anchor within the text. */
export function isLocal(address: string): boolean {
  foreign.lastIndex = 0;
  return !address.startsWith("#") && !foreign.test(address);
}

function listPlaces(source: string): Place[] {
  const places: Place[] = [];
  const add = (offset: number, isMarkdown: boolean, isBarePicture = false) => {
    const text = decodeAddress(readAddress(source, offset, isMarkdown));
    places.push({ offset, text, isMarkdown, isBarePicture });
  };
  for (const { index, 0: found } of take(source.matchAll(inlineLink))) {
    add(index + found.length, true, barePicture.test(source.slice(Math.max(0, index - 24), index)));
  }
  for (const { index, 0: found } of take(source.matchAll(referenceLine)))
    add(index + found.length, true);
  for (const { index, 0: found } of take(source.matchAll(htmlAttribute)))
    add(index + found.length, false);
  return places.sort((one, other) => one.offset - other.offset);
}

function* take<Item>(items: Iterable<Item>): Generator<Item> {
  let left = maxPlaces;
  for (const item of items) {
    if (left === 0) return;
    left -= 1;
    yield item;
  }
}

/** Up to what ends it: the quote or bracket that opened it, a blank, or the bracket that nothing inside opened. */
function readAddress(source: string, offset: number, isMarkdown: boolean): string {
  const written = source.slice(offset, offset + maxAddressLength);
  const before = source[offset - 1] ?? "";
  const end = { '"': '"', "'": "'", "<": ">" }[before];
  if (end !== undefined) {
    const closed = written.indexOf(end);
    return closed < 0 ? written : written.slice(0, closed).trim();
  }
  if (!isMarkdown) return /^[^\s>"']*/.exec(written)?.[0] ?? "";
  let depth = 0;
  for (let index = 0; index < written.length; index += 1) {
    const character = written[index] ?? "";
    if (/\s/.test(character)) return written.slice(0, index);
    if (character === "(") depth += 1;
    else if (character === ")") {
      if (depth === 0) return written.slice(0, index);
      depth -= 1;
    }
  }
  return written;
}

/** The same for every spelling of an address: percent-encoding, `&amp;`, backslashes before punctuation. */
function decodeAddress(address: string): string {
  if (!/[%&\\]/.test(address)) return address;
  const plain = address.replaceAll("&amp;", "&").replace(/\\(?=[!-/:-@[-`{-~])/g, "");
  // A stray percent sign is part of the address.
  return decodePercentOfAddress(plain) ?? plain;
}

/** Whether an offset is in one of the ranges, which are in order. */
function isWithin(ranges: readonly CodeRange[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range.start <= offset;
}

function addressesOf(element: Element): Pick<BodyAddress, "kind" | "address">[] {
  const read = (kind: BodyAddress["kind"], property: string) => {
    const address = attribute(element, property);
    return address === undefined ? [] : [{ kind, address }];
  };
  switch (element.tagName) {
    case "a":
    case "area":
      return read("link", "href");
    case "img":
      return read("picture", "src");
    case "video":
      return [...read("media", "src"), ...read("picture", "poster")];
    case "audio":
    case "source":
      return read("media", "src");
    default:
      return [];
  }
}

/** A Markdown title becomes the caption, and describes the picture too. */
const isDescribed = (picture: Element): boolean =>
  ["alt", "title", "dataCaption"].some((name) => attribute(picture, name) !== undefined);
