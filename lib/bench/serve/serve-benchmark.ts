import { rmSync } from "node:fs";
import path from "node:path";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { createWorkingCopy, findArchive } from "@/lib/bench/archive-cache";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { type Site, siteEnvironment } from "@/lib/bench/content-command";
import { sizeOfFolder } from "@/lib/bench/folder-size";
import { type Loaded, loadAddresses, repeatFor } from "@/lib/bench/load/load-addresses";
import { median } from "@/lib/bench/load/percentile";
import { planOptions, readPlans } from "@/lib/bench/plan-options";
import { runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import { servingEnvironment, startSite } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";
import type { RunningServer } from "@/lib/processes/running-server";
import { openContentDatabase } from "@/lib/store/content-database";
import { readPosts } from "@/lib/store/read-posts";
import { postUrl } from "@/lib/urls";

/** Connections at a time: of a crawler, and of readers. */
const connections = 32;

/** Memory is told so often during a crawl. */
const parts = 10;

/**
 * As the platform that brings a cache of its own is told by. With the comments of the other server: the build must be the
 * same.
 */
const nextsOwnCache = { VERCEL: "1", COMMENTS_DATABASE_URL: "file:.masthead/comments.db" };

/** The servers take turns so many times: what else the machine does meets both. */
const rounds = 5;

/** `npm run bench -- serve`: crawlers, a restart, and a warm page under load. */
export const serveBenchmark: Benchmark = {
  about: "crawlers, a restart, and a warm page under load",
  options: {
    ...planOptions,
    "made-up": { type: "string", value: "N", about: "made-up addresses of crawlers; 100,000" },
    seconds: { type: "string", value: "N", about: "that each server is under load; 10" },
    bound: { type: "string", value: "N", about: "megabytes of the page cache; 512" },
  },
  columns: [
    { key: "posts", heading: "real pages" },
    { key: "madeUp", heading: "made-up addresses" },
    { key: "startMb", heading: "memory at start, MB" },
    { key: "halfMb", heading: "half-way through made-up ones, MB" },
    { key: "madeUpMb", heading: "after them, MB" },
    { key: "peakMb", heading: "peak, MB" },
    { key: "endMb", heading: "after all, MB" },
    { key: "diskMb", heading: "disk, MB" },
    { key: "boundMb", heading: "its bound, MB" },
    { key: "warmShare", heading: "hits after restart, %", digits: 1 },
    { key: "ours", heading: "warm post, requests/s" },
    { key: "defaults", heading: "with Next's own cache, requests/s" },
  ],
  readme: {
    columns: [
      ...["posts", "madeUp", "startMb", "madeUpMb", "peakMb", "endMb", "diskMb", "boundMb"],
      ...["warmShare", "ours", "defaults"],
    ],
  },
  isPartOfAll: true,
  run: async (session) => {
    for (const plan of readPlans(session.options, { sizes: "sizes", usual: [20_000] })) {
      await session.measure(`serve ${plan.kind} ${plan.posts}`, () => measure(plan, session));
    }
  },
};

async function measure(plan: ArchivePlan, session: Session): Promise<Row> {
  const { root, resources, options } = session;
  const contentDirectory = await createWorkingCopy(await findArchive(plan, session), session);
  const storeFolder = resources.createFolder("store");
  const site = { contentDirectory, databaseUrl: `file:${path.join(storeFolder, "content.db")}` };
  const boundMb = options.count("bound", 512);
  const environment = { PAGE_CACHE_MB: String(boundMb) };
  const madeUp = options.count("made-up", 100_000);
  const milliseconds = options.count("seconds", 10) * 1000;
  const pagesFolder = path.join(root, ".masthead/pages");
  session.say("building the site");
  await build(site, session);
  rmSync(pagesFolder, { recursive: true, force: true });
  try {
    const addresses = await listPostAddresses(site);
    const crawled = await withSite(session, site, environment, async (server) => ({
      ...(await crawl(server, addresses, madeUp, session)),
      diskMb: Math.round(sizeOfFolder(pagesFolder) / 1e6),
    }));
    session.say("after a restart");
    const last = addresses.slice(-Math.min(1000, addresses.length));
    const warm = await withSite(session, site, environment, async (ours) => ({
      warmShare: await shareOfHits(ours, last),
      ...(await withSite(session, site, nextsOwnCache, (defaults) =>
        compareThroughput({ ours, defaults }, addresses[0] ?? "/", milliseconds, session),
      )),
    }));
    return { posts: addresses.length, madeUp, ...crawled, boundMb, ...warm };
  } finally {
    resources.removeFolder(path.dirname(contentDirectory));
    resources.removeFolder(storeFolder);
  }
}

async function build(site: Site, { root, resources }: Session): Promise<void> {
  const { status, output } = await runMeasured(
    { command: "npm", args: ["run", "build"], cwd: root, env: servingEnvironment(site) },
    resources,
  );
  if (status === 0) return;
  const lines = output.slice(-30).map(({ text }) => text);
  throw new BenchmarkError(`npm run build has failed:\n${lines.join("\n")}`);
}

async function withSite<Result>(
  session: Session,
  site: Site,
  environment: Record<string, string>,
  use: (server: RunningServer) => Promise<Result>,
): Promise<Result> {
  const server = await startSite(session, site, {
    ...siteEnvironment(site),
    ...environment,
  });
  try {
    return await use(server);
  } finally {
    await server.stop();
  }
}

/** Newest first, as a crawler finds them. */
async function listPostAddresses({ databaseUrl }: Site): Promise<string[]> {
  const client = openContentDatabase({ url: databaseUrl });
  try {
    const posts = await readPosts(client, { offset: 0, limit: 1_000_000 });
    return posts.map(({ slug }) => postUrl(slug));
  } finally {
    client.close();
  }
}

async function crawl(
  server: RunningServer,
  addresses: readonly string[],
  madeUp: number,
  session: Session,
): Promise<Row> {
  const memory: number[] = [];
  const look = (what: string) => {
    const mb = Math.round(server.memoryMb ?? 0);
    memory.push(mb);
    session.say(`${what}: ${mb} MB`);
    return mb;
  };
  const startMb = look("started");
  for (let part = 0; part < parts; part += 1) {
    await load(server, madeUpAddresses(part, Math.ceil(madeUp / parts)), [404], session);
    look(`made-up addresses, ${part + 1} of ${parts}`);
  }
  const halfMb = memory[parts / 2];
  const madeUpMb = memory.at(-1);
  const size = Math.ceil(addresses.length / parts);
  for (let part = 0; part < parts; part += 1) {
    await load(server, addresses.slice(part * size, (part + 1) * size), [200], session);
    look(`real pages, ${part + 1} of ${parts}`);
  }
  return {
    startMb,
    halfMb,
    madeUpMb,
    peakMb: Math.round(server.peakMb ?? 0),
    endMb: memory.at(-1),
  };
}

/** Half of them could be posts, half could be pages. */
function* madeUpAddresses(part: number, count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) {
    const name = `no-such-page-${part}-${index}`;
    yield index % 2 ? postUrl(name) : `/${name}`;
  }
}

async function load(
  server: RunningServer,
  addresses: Iterable<string>,
  expected: readonly number[],
  { resources }: Session,
): Promise<Loaded> {
  const loaded = await loadAddresses(server.origin, addresses, connections, resources.signal);
  for (const [status, times] of loaded.statuses) {
    if (!expected.includes(status)) throw new BenchmarkError(`${times} answers were ${status}`);
  }
  return loaded;
}

/** Percent of pages that needn't be rendered. */
async function shareOfHits(server: RunningServer, addresses: readonly string[]): Promise<number> {
  let hits = 0;
  for (const address of addresses) {
    const response = await fetch(server.origin + address);
    await response.arrayBuffer();
    if (response.headers.get("x-nextjs-cache") === "HIT") hits += 1;
  }
  return (100 * hits) / addresses.length;
}

/**
 * Requests a second for one warm post, the median of each server's turns. The post is one of the build's, so that both give
 * the same answer: what is rendered on demand has a policy of its own with us alone (lib/security/page-policy.mjs).
 */
async function compareThroughput(
  { ours, defaults }: Record<"ours" | "defaults", RunningServer>,
  address: string,
  milliseconds: number,
  session: Session,
): Promise<Row> {
  session.say("a warm page, beside Next's own cache");
  const measureOnce = async (server: RunningServer) => {
    const { requests, seconds } = await load(
      server,
      repeatFor(address, milliseconds),
      [200],
      session,
    );
    return requests / seconds;
  };
  // The first turn is for Node to compile what is hot.
  for (const server of [ours, defaults]) await measureOnce(server);
  const runs: Record<"ours" | "defaults", number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    runs.push({ ours: await measureOnce(ours), defaults: await measureOnce(defaults) });
  }
  return {
    ours: Math.round(median(runs.map((run) => run.ours))),
    defaults: Math.round(median(runs.map((run) => run.defaults))),
  };
}
