import { rmSync } from "node:fs";
import path from "node:path";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { createWorkingCopy, findArchive } from "@/lib/bench/archive-cache";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import type { Site } from "@/lib/bench/content-command";
import { runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import { servingEnvironment, startSite } from "@/lib/bench/start-site";
import type { RunningServer } from "@/lib/processes/running-server";
import { completeSettings } from "@/lib/settings";
import { openContentDatabase } from "@/lib/store/content-database";
import { readPosts } from "@/lib/store/read-posts";
import { readStoredSettings } from "@/lib/store/site-settings";
import { postUrl } from "@/lib/urls";

/** A site over a generated archive, built, with a store of its own. */
export interface BenchSite {
  site: Site;
  /** Newest first. */
  posts: BenchPost[];
  /** So many of the newest are rendered by the build. */
  prerendered: number;
  /** Bound of the page cache on the disk, in MB. */
  boundMb: number;
  /** Absolute path of what the page cache keeps on the disk. */
  pagesFolder: string;
}

export interface BenchPost {
  address: string;
  title: string;
}

/** Of what a server has printed before it was gone, in characters. */
const shownOutput = 2000;

/** Builds such a site, and removes it when it has been used. */
export async function withBenchSite<Result>(
  plan: ArchivePlan,
  session: Session,
  use: (site: BenchSite) => Promise<Result>,
): Promise<Result> {
  const { root, resources, options } = session;
  const contentDirectory = await createWorkingCopy(await findArchive(plan, session), session);
  const storeFolder = resources.createFolder("store");
  const site = { contentDirectory, databaseUrl: `file:${path.join(storeFolder, "content.db")}` };
  try {
    session.say("building the site");
    await build(site, session);
    return await use({
      site,
      ...(await readSite(site)),
      boundMb: options.count("bound", 512),
      pagesFolder: path.join(root, ".masthead/pages"),
    });
  } finally {
    resources.removeFolder(path.dirname(contentDirectory));
    resources.removeFolder(storeFolder);
  }
}

/** Serves the site with `npm start` for as long as it is used. Pages that a server before it kept are there, unless `afresh`. */
export async function serving<Result>(
  { site, boundMb, pagesFolder }: BenchSite,
  session: Session,
  { afresh = false, env = {} }: { afresh?: boolean; env?: Record<string, string> },
  use: (server: RunningServer) => Promise<Result>,
): Promise<Result> {
  if (afresh) rmSync(pagesFolder, { recursive: true, force: true });
  const server = await startSite(session, site, { PAGE_CACHE_MB: String(boundMb), ...env });
  try {
    return await use(server);
  } catch (thrown) {
    // It has ended, or answers no more: only what it has printed says why.
    if (!isConnectionError(thrown)) throw thrown;
    throw new BenchmarkError(
      `${thrown.message}; the server has printed:\n${server.output.slice(-shownOutput)}`,
      { cause: thrown },
    );
  } finally {
    await server.stop();
  }
}

const isConnectionError = (thrown: unknown): thrown is Error =>
  thrown instanceof Error &&
  "code" in thrown &&
  (thrown.code === "ECONNREFUSED" || thrown.code === "ECONNRESET");

async function build(site: Site, { root, resources }: Session): Promise<void> {
  const { status, output } = await runMeasured(
    { command: "npm", args: ["run", "build"], cwd: root, env: servingEnvironment(site) },
    resources,
  );
  if (status === 0) return;
  const lines = output.slice(-30).map(({ text }) => text);
  throw new BenchmarkError(`npm run build has failed:\n${lines.join("\n")}`);
}

async function readSite({ databaseUrl }: Site): Promise<Pick<BenchSite, "posts" | "prerendered">> {
  const client = openContentDatabase({ url: databaseUrl });
  try {
    const posts = await readPosts(client, { offset: 0, limit: 1_000_000 });
    const { given } = await readStoredSettings(client);
    return {
      posts: posts.map(({ slug, title }) => ({ address: postUrl(slug), title })),
      prerendered: completeSettings(given).prerenderedPosts,
    };
  } finally {
    client.close();
  }
}
