import { readAccentFileName } from "@/lib/accent/file-name";
import { parseMonth, parseYear } from "@/lib/dates/archive-address";
import { isCommentId } from "@/lib/discussion/comment-id";
import type { Taxonomy } from "@/lib/publication";
import { decodePercent } from "@/lib/site/decode-percent";
import { parsePageNumber } from "@/lib/site/page-number";
import { frameworkRoots, frontPageUrl, listRoutes, movedUrls, type Route } from "@/lib/urls";

/**
 * What an address is of. That it is of a post doesn't mean that there is such a post: the content store knows. Where there
 * is none, and at `page` and `former`, the site looks whether a post used to have the address; nowhere else.
 */
export type Address =
  | { kind: "front" }
  | { kind: "latest"; page: number }
  | { kind: "post"; slug: string }
  /** From its second page on: the first is the post's. */
  | { kind: "thread"; slug: string; page: number }
  | { kind: "comment"; id: string }
  | { kind: "taxonomy"; taxonomy: Taxonomy; page: number }
  | { kind: "term"; taxonomy: Taxonomy; slug: string; page: number }
  | { kind: "archive" }
  | { kind: "year"; year: number; page: number }
  | { kind: "month"; year: number; month: number; page: number }
  /** For machines, forms and moderators. */
  | { kind: "endpoint"; path: string }
  | { kind: "accent"; file: string }
  /** Perhaps a static page's. Without the slash at the start. */
  | { kind: "page"; path: string }
  /** No page's, but a post may have had it. */
  | { kind: "former" }
  | { kind: "moved"; to: string }
  /** The framework's own, which nothing of a publication can have. */
  | { kind: "framework" }
  /** Never anything's, such as page 0 of a listing. */
  | { kind: "nothing" };

/**
 * What is at a path of the site, as `app/` answers it.
 * @param path from the root, percent-encoded or not; slashes too many make no difference, as the site takes them away
 */
export function readAddress(path: string): Address {
  const pieces = path.split("/").filter((piece) => piece !== "");
  const [first = ""] = pieces;
  const normal = `/${pieces.join("/")}`;
  for (const [from, to] of Object.entries(movedUrls)) {
    if (normal === from) return { kind: "moved", to };
  }
  if (frameworkRoots.some((root) => root === `/${first}`)) return { kind: "framework" };
  for (const route of routesByRoot().get(first) ?? []) {
    const given = matchPieces(route.pieces, pieces);
    if (given) return readPaged(route, given, normal);
  }
  return { kind: "page", path: pieces.map(decode).join("/") };
}

/** What stands in a path where its route has names in brackets. */
type Given = Readonly<Record<string, string>>;

type SplitRoute = Route & { pieces: string[] };

let known: Map<string, SplitRoute[]> | undefined;

/** All routes but that of static pages, which is everything else's. */
function routesByRoot(): ReadonlyMap<string, SplitRoute[]> {
  if (known) return known;
  known = new Map();
  for (const route of listRoutes()) {
    if (route.kind === "page") continue;
    const pieces = route.path.split("/").filter((piece) => piece !== "");
    const [first = ""] = pieces;
    known.set(first, [...(known.get(first) ?? []), { ...route, pieces }]);
  }
  return known;
}

/** Next.js decodes what a route leaves open, and nothing else. */
function matchPieces(route: readonly string[], pieces: readonly string[]): Given | undefined {
  if (route.length !== pieces.length) return undefined;
  const given: Record<string, string> = {};
  for (const [index, wanted] of route.entries()) {
    const piece = pieces[index] ?? "";
    if (wanted.startsWith("[")) given[wanted.slice(1, -1)] = decode(piece);
    else if (wanted !== piece) return undefined;
  }
  return given;
}

/** A stray percent sign is part of the address. */
const decode = (piece: string): string => decodePercent(piece) ?? piece;

/** Page 1 of anything has no address of its own, and leads to the first page's. */
function readPaged(route: Route, given: Given, path: string): Address {
  if (given.page === undefined) return readUnpaged(route, given, 1);
  const page = parsePageNumber(given.page);
  const address = page === undefined ? undefined : readUnpaged(route, given, page);
  if (address === undefined || address.kind === "former") return { kind: "nothing" };
  if (page !== 1) return address;
  const to = route.kind === "latest" ? frontPageUrl : path.replace(/\/(?:page|comments)\/1$/, "");
  return { kind: "moved", to };
}

function readUnpaged(route: Route, given: Given, page: number): Address {
  const { slug = "", id = "", file = "" } = given;
  // There is no year 0.
  const year = parseYear(given.year ?? "") || undefined;
  const month = parseMonth(given.month ?? "");
  switch (route.kind) {
    case "front":
    case "archive":
      return { kind: route.kind };
    case "latest":
      return { kind: "latest", page };
    case "post":
      return { kind: "post", slug };
    case "thread":
      return { kind: "thread", slug, page };
    case "comment":
      return isCommentId(id) ? { kind: "comment", id } : { kind: "nothing" };
    case "taxonomy":
      return { kind: "taxonomy", taxonomy: route.taxonomy, page };
    case "term":
      return { kind: "term", taxonomy: route.taxonomy, slug, page };
    case "year":
      return year === undefined ? { kind: "former" } : { kind: "year", year, page };
    case "month":
      return year === undefined || month === undefined
        ? { kind: "former" }
        : { kind: "month", year, month, page };
    case "accent":
      return readAccentFileName(file).accent === undefined
        ? { kind: "nothing" }
        : { kind: "accent", file };
    case "endpoint":
    case "page":
      return { kind: route.kind, path: route.path };
  }
}

/** Whether the site looks at an address for the post that had it, when it finds nothing else there. */
export const mayBeFormer = (address: Address): boolean =>
  address.kind === "post" ||
  (address.kind === "term" && address.page === 1) ||
  address.kind === "page" ||
  address.kind === "former";
