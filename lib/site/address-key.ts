import { createHash } from "node:crypto";
import { decodePercent } from "@/lib/site/decode-percent";

/**
 * A number that stands for an old path of the site, so that 100,000 redirects take little room. Percent-encoding,
 * Unicode form, `.html`, `index` and slashes at the end make no difference, as on a static site's server.
 * 52 bits: a safe integer, and two of 100,000 addresses are alike with a chance of one in a million.
 */
export function addressKey(path: string): number {
  // A stray percent sign is part of the address.
  const plain = (decodePercent(path) ?? path)
    .normalize("NFC")
    .replace(/\.html?$/i, "")
    .replace(/\/index$/, "")
    .replace(/^\/+|\/+$/g, "");
  return Number.parseInt(createHash("sha256").update(plain).digest("hex").slice(0, 13), 16);
}
