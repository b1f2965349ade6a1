import type { IncomingHttpHeaders } from "node:http";
import { peerAddressHeader } from "@/lib/comments/http/client-address";
import { addressHeader } from "@/lib/page-cache/address-header.mjs";

/**
 * What a page may be made from: who gets it is not known when it is kept. Next.js would read more, and has its say in what
 * others get: a nonce out of a policy that a client sends, other status and no place in the cache for some names of crawlers.
 */
const ofPages = ["connection", "content-length", "host", "transfer-encoding", peerAddressHeader];

/**
 * By these Next's runtime asks for the data of a page. Links on our pages are plain links, and pages are kept without that:
 * whoever asks gets the page, to which the runtime goes then.
 */
const ofRuntime = [
  ...["rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch"],
  ...["next-url", "next-action", "x-middleware-prefetch"],
];

/** What is said of a part, or of what a reader has, is said of our bodies and not of Next's. */
const conditions = ["if-none-match", "if-modified-since", "range", "if-range"];

/** By these the page of a failure would be made, where no page is asked for. */
const ofMaking = ["content-security-policy", "content-security-policy-report-only", "user-agent"];

const left = new Set([...ofRuntime, ...conditions, ...ofMaking]);

/**
 * The headers of a request as Next.js gets them.
 * @param address of a page; undefined where the request is for none, whose route may read what it likes
 */
export function headersForNext(
  asked: IncomingHttpHeaders,
  address: string | undefined,
): IncomingHttpHeaders {
  const kept = Object.entries(asked).filter(([name]) =>
    address === undefined ? !left.has(name) : ofPages.includes(name),
  );
  // Over whatever stands there.
  return { ...Object.fromEntries(kept), [addressHeader]: address ?? "" };
}
