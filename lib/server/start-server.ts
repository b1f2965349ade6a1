import { once } from "node:events";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import { environment } from "@/lib/environment";
import { isTold, log, messageOf } from "@/lib/log";
import { ownPageCache } from "@/lib/page-cache/own-page-cache.mjs";
import { AccentAnswers } from "@/lib/server/accent-answers";
import { CachedPages } from "@/lib/server/cached-pages";
import { GracefulEnd } from "@/lib/server/graceful-end";
import { NextAnswers, type NextHandler } from "@/lib/server/next-answers";
import { RenderQueue } from "@/lib/server/render-queue";
import { SiteHeaders } from "@/lib/server/site-headers";
import { createSiteServer } from "@/lib/server/site-server";
import { StaticFiles } from "@/lib/server/static-files";
import { listStaticFolders, ofTheBuild } from "@/lib/server/static-folders";
import { openSite } from "@/lib/serving/open-site";
import { RequestLog } from "@/lib/serving/request-log";
import { ownHost } from "@/lib/site/own-host";

/** How long the opening of a site may take, and how often it is looked, in milliseconds. */
const patience = 60_000;
const interval = 5;

/**
 * Serves the site of this folder until the process is told to stop: a server in front of Next.js, in the same process
 * (decisions/0019-own-server.md).
 * @param root absolute path of the project, which has a build
 */
export async function startServer(root: string): Promise<void> {
  const next = await prepareNext(root);
  const { cache, site } = await findOpenSite();
  process.on("exit", () => site.closeNow());
  const headers = new SiteHeaders(() => ({
    siteUrl: environment.siteUrl,
    giscus: site.givesGiscus(),
    analytics: environment.analytics?.script,
  }));
  const pages = new CachedPages(cache, headers);
  const server = createSiteServer({
    headers,
    pages,
    accent: new AccentAnswers((name) =>
      // A picture can be opened as a page.
      name.endsWith(".svg") ? headers.common() : ofTheBuild,
    ),
    files: new StaticFiles(listStaticFolders(root, headers), (file, why) =>
      log("warn", "file left out", { file, why }),
    ),
    next: new NextAnswers({
      next,
      cache,
      pages,
      headers,
      storeAnswers: () => site.storeAnswers(),
    }),
    renders: new RenderQueue(),
    requests: new RequestLog(log),
    logsAll: isTold("debug", environment.logLevel),
    ending: (server) =>
      new GracefulEnd({
        server,
        log,
        close: () => site.close(),
        exit: (code) => process.exit(code),
      }),
  });
  const { host, port } = environment;
  server.listen({ port, ...(host === undefined ? {} : { host }) });
  await once(server, "listening");
  surviveFaults();
  log("info", "listening", { address: `http://${ownHost(host)}:${port}` });
}

/** Next.js calls `instrumentation.ts` as soon as it is prepared, and tells nobody when that has done its part. */
async function findOpenSite() {
  const end = performance.now() + patience;
  for (;;) {
    const cache = ownPageCache.value;
    const site = openSite.value;
    if (cache && site) return { cache, site };
    if (performance.now() > end) throw new Error("the site has not opened: see the lines above");
    await setTimeout(interval);
  }
}

/** Next's documented way to stand behind a server of one's own. */
async function prepareNext(root: string): Promise<NextHandler> {
  // CommonJS, and told apart from a module of the same name by how it is asked for.
  const createNext: typeof import("next").default = createRequire(import.meta.url)("next");
  const app = createNext({
    dev: false,
    dir: root,
    port: environment.port,
    quiet: true,
    // Next.js would listen for upgrades and close their connections; where nobody listens they are requests like others.
    httpServer: createServer(),
  });
  await app.prepare();
  return app.getRequestHandler();
}

/**
 * What nobody has caught concerns one request; the others go on, as `next start` has it. Until here it has ended the command.
 */
function surviveFaults(): void {
  process.removeAllListeners("uncaughtException");
  const tell = (thrown: unknown) =>
    log("error", "uncaught", {
      message: thrown instanceof Error ? thrown.stack : messageOf(thrown),
    });
  process.on("uncaughtException", tell).on("unhandledRejection", tell);
}
