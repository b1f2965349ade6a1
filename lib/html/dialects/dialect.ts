import type { BodyContext } from "@/lib/html/tree/body-context";
import type { Body } from "@/lib/html/tree/tree";

/**
 * What one site's pages need that no other site's do. A file in this folder has it, a line in
 * `dialects.ts` names it. It runs on the tree as it was scraped, before every other rule but the
 * removal of comments, so that ids, classes and `data-…` are all still there.
 */
export interface Dialect {
  /** Domains of `from`, with everything below them: `bbc.com` is `www.bbc.com` too. */
  hosts: readonly string[];
  transform(body: Body, context: BodyContext): void;
}
