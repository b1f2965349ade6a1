import path from "node:path";
import { generation } from "contentlayer/generated";
import { configureComments } from "@/lib/comments/configuration";
import { environment } from "@/lib/environment";
import { log } from "@/lib/log";
import { nameSite } from "@/lib/page-cache/name-site";
import { openPageCache } from "@/lib/page-cache/open-page-cache";
import { ownPageCache } from "@/lib/page-cache/own-page-cache.mjs";
import { sitePagesFolder } from "@/lib/page-cache/pages-folder";
import { findContentHealth } from "@/lib/queries/health";
import { presentSettings } from "@/lib/queries/present-settings";
import { AnswersUnderWay, answersUnderWay } from "@/lib/regeneration/answers-under-way";
import { startRegeneration } from "@/lib/regeneration/start-regeneration";
import { keepHeapSmall } from "@/lib/serving/heap-growth";
import { openSite } from "@/lib/serving/open-site";
import { startComments } from "@/lib/serving/start-comments";
import { structureConsole } from "@/lib/serving/structured-console";

/**
 * What a server of one's own does before its first request: bounds its memory, opens the page cache, and looks what has
 * changed meanwhile. On Vercel the platform does all this.
 */
export async function startServing(): Promise<void> {
  structureConsole(log);
  keepHeapSmall();
  const root = process.cwd();
  const cache = await openPageCache({
    environment,
    buildDirectory: path.join(root, ".next"),
    folder: sitePagesFolder(root, nameSite(environment)),
    log,
  });
  ownPageCache.value = cache.next;
  answersUnderWay.value = new AnswersUnderWay();
  await startRegeneration(root, cache.pages);
  let isStopping = false;
  openSite.value = {
    storeAnswers: async () => (await findContentHealth()).ok,
    isStopping: () => isStopping,
    givesGiscus: () => configureComments(presentSettings().comments).provider === "giscus",
    close: () => {
      isStopping = true;
      return cache.pages.close();
    },
    closeNow: cache.closeNow,
  };
  void startComments();
  log("info", "serving", {
    node: process.version,
    pid: process.pid,
    pageCache: environment.redisUrl === undefined ? "disk" : "redis",
    generation,
  });
}
