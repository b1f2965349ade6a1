import type { Environment } from "@/lib/environment";
import { shortHash } from "@/lib/site/short-hash";

/**
 * Names the site that a server shows: all that goes into its pages beside the code and what its stores hold. Pages of one
 * site are of no use to another, though both come from the same build (decisions/0015-builds-of-code-alone.md).
 */
export const nameSite = ({
  siteUrl,
  contentDatabase,
  comments,
  commentsDatabase,
  leanPages,
  analytics,
}: Environment): string =>
  shortHash(
    JSON.stringify([
      ...[siteUrl, contentDatabase.url, comments, commentsDatabase?.url, leanPages],
      ...(analytics ? [analytics] : []),
    ]),
    16,
  );
