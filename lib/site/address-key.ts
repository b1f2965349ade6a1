import { createHash } from "node:crypto";
import { decodePercent } from "@/lib/site/decode-percent";

/**
 * What tells old paths apart: percent-encoding, Unicode form, blanks and control characters at the ends, `.html`, `index` and
 * slashes at the end make no difference, as on a static site's server. The front page has nothing left; `/index.html`, which
 * other sites have called it, is not the same.
 */
export const plainPath = (path: string): string =>
  // A stray percent sign is part of the address.
  (decodePercent(path) ?? path)
    .normalize("NFC")
    .replace(/^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu, "")
    .replace(/\.html?$/i, "")
    .replace(/(?<=[^/])\/index$/, "")
    .replace(/^\/+|\/+$/g, "");

/**
 * A number that stands for an old path of the site, so that 100,000 redirects take little room.
 * 52 bits: a safe integer, and two of 100,000 addresses are alike with a chance of one in a million.
 */
export const addressKey = (path: string): number =>
  Number.parseInt(createHash("sha256").update(plainPath(path)).digest("hex").slice(0, 13), 16);
