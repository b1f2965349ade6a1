import { existsSync, readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Environment } from "@/lib/environment";
import { type Fields, type Level, messageOf } from "@/lib/log";
import { claimFolder } from "@/lib/page-cache/claim-folder";
import { DataCache } from "@/lib/page-cache/data-cache";
import { DiskPages } from "@/lib/page-cache/disk-pages";
import { FileLog } from "@/lib/page-cache/file-log";
import { nameSite } from "@/lib/page-cache/name-site";
import { NextCache } from "@/lib/page-cache/next-cache";
import { PageCache } from "@/lib/page-cache/page-cache";
import { buildTimeFile, builtSiteFile, revalidationsFile } from "@/lib/page-cache/pages-folder";
import { RedisLog } from "@/lib/page-cache/redis-log";
import { RedisPages } from "@/lib/page-cache/redis-pages";
import { Revalidations } from "@/lib/page-cache/revalidations";
import { databaseFile } from "@/lib/site/database-address";
import { shortHash } from "@/lib/site/short-hash";

const megabyte = 1024 * 1024;

/** What the 256 folders of the pages themselves take on a disk, in bytes. */
const foldersBytes = 256 * 4096;

/** Memory of what queries have found; entries are small. */
const dataMegabytes = 32;

/** How long a start waits for Redis before the site goes on without it, in milliseconds. */
const redisPatience = 2000;

interface OpenPageCache {
  pages: PageCache;
  next: NextCache;
  /** The last thing that can still be done when the process ends at once. */
  closeNow(): void;
}

interface OpenPageCacheOptions {
  environment: Environment;
  /** Absolute path of the build. */
  buildDirectory: string;
  /** Absolute path of the folder of this site's pages. */
  folder: string;
  log: (level: Level, event: string, fields?: Fields) => void;
}

/** Opens the page cache of this server: in a folder, or in Redis where the environment names one. */
export async function openPageCache(options: OpenPageCacheOptions): Promise<OpenPageCache> {
  const { environment, buildDirectory } = options;
  const build = readFileSync(path.join(buildDirectory, "BUILD_ID"), "utf8").trim();
  const revalidations = new Revalidations();
  const memoryBytes = environment.pageCache.memoryMegabytes * megabyte;
  const { log, store, closeNow, isCutOff } =
    environment.redisUrl === undefined
      ? openFolder(options, build, revalidations)
      : await openRedis(options, environment.redisUrl, build, revalidations);
  const pages = new PageCache({
    revalidations,
    log,
    build,
    store,
    memoryBytes,
    usesBuild: readBuiltSite(buildDirectory) === nameSite(environment),
  });
  return {
    pages,
    next: new NextCache(pages, new DataCache(pages, dataMegabytes * megabyte), {
      isShared: environment.redisUrl !== undefined,
      isCutOff,
      builtAt: readBuildTime(buildDirectory),
      isLean: environment.leanPages,
      guestScript: environment.analytics?.script,
      onUnknown: createNotice(options.log),
    }),
    closeNow,
  };
}

function openFolder(
  { environment, folder, log }: OpenPageCacheOptions,
  build: string,
  revalidations: Revalidations,
) {
  const complain = createComplaint(log, { cache: folder });
  claimFolder(folder).catch(complain);
  const fileLog = new FileLog(revalidationsFile(folder), revalidations, complain);
  const own = `build-${shortHash(build, 16)}`;
  removeOtherBuilds(folder, own).catch(complain);
  const { diskMegabytes } = environment.pageCache;
  const capacity = diskMegabytes * 1_000_000 - foldersBytes;
  const store = new DiskPages(path.join(folder, own), capacity, complain);
  return {
    log: fileLog,
    store,
    closeNow: () => store.writeIndex(),
    isCutOff: () => false,
  };
}

async function openRedis(
  { environment, folder, log }: OpenPageCacheOptions,
  url: string,
  build: string,
  revalidations: Revalidations,
) {
  const complain = createComplaint(log, { cache: "redis" });
  claimFolder(folder).catch(complain);
  // What is revalidated from here on it won't hear of: without it, pages of the folder are of no use any more.
  await rm(revalidationsFile(folder), { force: true }).catch(complain);
  // Servers of one site read one store; two sites may share a Redis.
  const name = `masthead:${shortHash(nameStore(environment.contentDatabase), 10)}`;
  const redisLog = new RedisLog(url, name, revalidations, {
    onLost: (error) =>
      log("warn", "redis lost", { message: messageOf(error), effect: "serving on without it" }),
    onRestored: () => log("info", "redis connected"),
    onRefused: complain,
  });
  await Promise.race([
    redisLog.connection.opened.then(() => redisLog.catchUp()),
    new Promise((resolve) => setTimeout(resolve, redisPatience).unref()),
  ]);
  const store = new RedisPages(
    redisLog.connection,
    `${name}:page:${shortHash(`${build} ${nameSite(environment)}`, 16)}`,
    complain,
  );
  return {
    log: redisLog,
    store,
    closeNow: () => undefined,
    isCutOff: () => redisLog.connection.isLost,
  };
}

/** Said once: it is the version of Next.js that is unknown, and no single page. */
function createNotice(log: OpenPageCacheOptions["log"]): () => void {
  let isSaid = false;
  return () => {
    if (isSaid) return;
    isSaid = true;
    log("warn", "page not lean", {
      message: "the page has scripts that aren't known (lib/page-cache/lean/next-markup.ts)",
      effect: "it is sent with Next's runtime",
    });
  };
}

/** Nothing for a build that `npm run build` hasn't made. */
function readBuildTime(buildDirectory: string): number | undefined {
  const file = buildTimeFile(buildDirectory);
  return existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
}

/** Nothing for a build that `npm run build` hasn't made. */
function readBuiltSite(buildDirectory: string): string | undefined {
  const file = builtSiteFile(buildDirectory);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** A file of the same name is another one in another folder. */
function nameStore(address: Environment["contentDatabase"]): string {
  const file = databaseFile(address);
  return file === undefined ? address.url : path.resolve(file);
}

/** Pages hold the names of their build's scripts and styles: another build's are of no use. */
async function removeOtherBuilds(folder: string, own: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith("build-") || name === own) continue;
    await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/** A full disk would fill the log too: the same complaint is made once a minute. */
function createComplaint(log: OpenPageCacheOptions["log"], fields: Fields) {
  const last = new Map<string, number>();
  return (error: unknown) => {
    const kind = error instanceof Error && "code" in error ? String(error.code) : messageOf(error);
    const now = performance.now();
    if (now - (last.get(kind) ?? Number.NEGATIVE_INFINITY) < 60_000) return;
    if (last.size > 100) last.clear();
    last.set(kind, now);
    log("warn", "page cache", { ...fields, message: messageOf(error) });
  };
}
