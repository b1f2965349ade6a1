import { createHash } from "node:crypto";
import { readNextMarkup } from "@/lib/page-cache/lean/next-markup";
import type { InlineScripts, Page } from "@/lib/page-cache/page";
import { createBody } from "@/lib/page-cache/page-body";
import type { RenderedPage } from "@/lib/page-cache/read-page";

interface PrepareOptions {
  /** Whether readers get pages without Next's runtime. */
  isLean: boolean;
  /** The address of the one script that isn't the site's own, where there is one. */
  guestScript?: string | undefined;
  /** Told of each page that isn't recognised. */
  onUnknown(): void;
}

/** A page with more inline scripts than this says so of none: proxies refuse long headers, and a hash takes 54 bytes. */
const maxHashes = 60;

/** Makes of what was rendered what readers get: without what they have no use for, and compressed. */
export async function preparePage(
  { kind, status, headers, content }: RenderedPage,
  options: PrepareOptions,
): Promise<Page> {
  const type = String(headers["content-type"] ?? "text/html");
  if (typeof content !== "string") {
    const body = await createBody(content, type);
    return { kind, status, headers, body, inlineScripts: "none" };
  }
  const { html, inlineScripts } = prepareHtml(content, options);
  return { kind, status, headers, body: await createBody(Buffer.from(html), type), inlineScripts };
}

/** A page's HTML as readers get it, and what its policy has to let run. */
export function prepareHtml(
  html: string,
  { isLean, guestScript, onUnknown }: PrepareOptions,
): { html: string; inlineScripts: InlineScripts } {
  const read = readNextMarkup(html, guestScript);
  if (!read) {
    onUnknown();
    return { html, inlineScripts: "any" };
  }
  if (isLean) return { html: read.lean, inlineScripts: "none" };
  const hashes = [...new Set(read.inlineScripts.map(sha256))];
  return { html, inlineScripts: hashes.length > maxHashes ? "any" : { hashes } };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
