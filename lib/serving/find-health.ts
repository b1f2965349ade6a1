import { configureComments } from "@/lib/comments/configuration";
import { ownPageCache } from "@/lib/page-cache/own-page-cache.mjs";
import { findCommentsProblem, findContentHealth } from "@/lib/queries/health";
import { presentSettings } from "@/lib/queries/present-settings";
import { openSite } from "@/lib/serving/open-site";

/** What goes on without it, each with what an operator may be told; the log has more. */
type Degraded = Partial<Record<"contentStore" | "comments" | "redis", string>>;

export interface Health {
  /**
   * `degraded`: what has been rendered is served, without what is named. `unavailable`: there is nothing that could be
   * served, or the server is being stopped; a load balancer should ask another one.
   */
  status: "ok" | "degraded" | "unavailable";
  degraded?: Degraded;
  stopping?: true;
  /** Names the content that the store holds. */
  generation?: string;
  posts?: number;
  /** Number of files with mistakes, which are shown as they were. */
  newerThanShown?: number;
}

/** Whether this server can serve, and what it serves without; asked anew each time. */
export async function findHealth(): Promise<Health> {
  const hasComments = configureComments(presentSettings().comments).provider === "builtin";
  const [content, comments] = await Promise.all([
    findContentHealth(),
    hasComments ? findCommentsProblem() : undefined,
  ]);
  const cache = ownPageCache.value;
  const degraded: Degraded = {
    ...(content.ok ? {} : { contentStore: content.problem }),
    ...(comments === undefined ? {} : { comments }),
    ...(cache?.isCutOff ? { redis: "Redis can't be reached: pages are shared no longer" } : {}),
  };
  const { ok, ...facts } = content;
  const found = {
    ...(Object.keys(degraded).length > 0 ? { degraded } : {}),
    ...("generation" in facts ? facts : {}),
  };
  if (openSite.value?.isStopping()) return { status: "unavailable", stopping: true, ...found };
  // Elsewhere than on a server of one's own nobody here keeps pages.
  if (!ok && !cache?.hasPages) return { status: "unavailable", ...found };
  return { status: "degraded" in found ? "degraded" : "ok", ...found };
}
