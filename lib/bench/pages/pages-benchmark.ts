import path from "node:path";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { createWorkingCopy, findArchive } from "@/lib/bench/archive-cache";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { runContent, type Site } from "@/lib/bench/content-command";
import { percentile } from "@/lib/bench/load/percentile";
import { TimedClient } from "@/lib/bench/load/timed-client";
import { findPageAddresses, type PageAddresses } from "@/lib/bench/pages/page-addresses";
import { planOptions, readPlans, usualSizes } from "@/lib/bench/plan-options";
import { runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import { servingEnvironment, startSite } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";
import type { RunningServer } from "@/lib/processes/running-server";

/** As many posts as the build renders: what `next build` takes for them is what it may take for all archives. */
const smallest = 24;

/** How often a page is asked for that is there already. */
const warmSamples = 50;

const ms = (key: string, heading: string) => ({ key, heading: `${heading}, ms`, digits: 1 });

/** Median and 95th percentile of one kind of request. */
const percentiles = (key: string, heading: string) => [
  ms(`${key}P50`, `${heading} p50`),
  ms(`${key}P95`, `${heading} p95`),
];

/** `npm run bench -- pages`: the build after an ingest, then pages of the production server. */
export const pagesBenchmark: Benchmark = {
  about: "next build, then cold and warm pages",
  options: {
    ...planOptions,
    samples: { type: "string", value: "N", about: "pages of each kind that are asked for; 200" },
  },
  columns: [
    { key: "posts", heading: "posts" },
    { key: "buildS", heading: "next build, s", digits: 1 },
    ms("firstPost", "first post"),
    ...percentiles("coldPost", "cold post"),
    { key: "coldPostCpu", heading: "CPU of a cold post, ms", digits: 1 },
    ...percentiles("warmPost", "warm post"),
    ...percentiles("front", "front page"),
    ...percentiles("deepPage", "cold deep page"),
    ...percentiles("tagFirst", "largest tag"),
    ...percentiles("tagLast", "its cold last pages"),
    ...percentiles("month", "cold oldest months"),
    { key: "serverMb", heading: "server memory, MB" },
  ],
  readme: {
    columns: [
      ...["posts", "buildS", "coldPostP50", "coldPostP95", "warmPostP50", "deepPageP95"],
      ...["tagLastP95", "monthP95", "serverMb"],
    ],
  },
  isPartOfAll: true,
  run: async (session) => {
    const sizes = { sizes: "sizes", usual: [smallest, ...usualSizes] };
    for (const plan of readPlans(session.options, sizes)) {
      await session.measure(`pages ${plan.kind} ${plan.posts}`, () => measurePages(plan, session));
    }
  },
};

async function measurePages(plan: ArchivePlan, session: Session): Promise<Row> {
  const { root, resources, options } = session;
  const contentDirectory = await createWorkingCopy(await findArchive(plan, session), session);
  const storeFolder = resources.createFolder("store");
  const site: Site = {
    contentDirectory,
    databaseUrl: `file:${path.join(storeFolder, "content.db")}`,
  };
  session.say("filling the store");
  await runContent(root, site, resources);
  session.say("building the site");
  const build = await measureBuild(site, session);
  session.say(`next build: ${build.buildS.toFixed(1)} s; starting the server`);
  const addresses = await findPageAddresses(site.databaseUrl, options.count("samples", 200));
  const server = await startSite(session, site);
  const client = new TimedClient(server.origin);
  try {
    const pages = await measureAddresses(client, addresses, server);
    const { memoryMb } = server;
    return { kind: plan.kind, posts: plan.posts, ...build, ...pages, serverMb: memoryMb };
  } finally {
    client.close();
    await server.stop();
    resources.removeFolder(path.dirname(contentDirectory));
    resources.removeFolder(storeFolder);
  }
}

/** `npm run build`, of which the part counts that is Next's. */
async function measureBuild(site: Site, { root, resources }: Session): Promise<{ buildS: number }> {
  const build = await runMeasured(
    { command: "npm", args: ["run", "build"], cwd: root, env: servingEnvironment(site) },
    resources,
  );
  const began = build.output.find(({ text }) => text.includes("building the site (next build)"));
  if (build.status !== 0 || !began) {
    const lines = build.output.slice(-30).map(({ text }) => text);
    throw new BenchmarkError(`npm run build has failed:\n${lines.join("\n")}`);
  }
  return { buildS: (build.ms - began.ms) / 1000 };
}

async function measureAddresses(
  client: TimedClient,
  addresses: PageAddresses,
  server: RunningServer,
): Promise<Row> {
  const front = repeat("/");
  // The connection is opened, and the page loaded that the build has rendered.
  await client.get("/");
  const cpuBefore = server.cpuMs;
  const coldPosts = await askFor(client, addresses.posts);
  const cpuAfter = server.cpuMs;
  const warmPosts = await askFor(client, addresses.posts);
  return {
    firstPost: coldPosts[0],
    ...summarise("coldPost", coldPosts),
    ...(cpuBefore === undefined || cpuAfter === undefined || coldPosts.length === 0
      ? {}
      : { coldPostCpu: (cpuAfter - cpuBefore) / coldPosts.length }),
    ...summarise("warmPost", warmPosts),
    ...summarise("front", await askFor(client, front)),
    ...summarise("deepPage", await askFor(client, addresses.deepPages)),
    ...summarise("tagFirst", await askFor(client, addresses.tagFirst.flatMap(repeat))),
    ...summarise("tagLast", await askFor(client, addresses.tagLast)),
    ...summarise("month", await askFor(client, addresses.oldestMonths)),
  };
}

const repeat = (address: string): string[] => Array.from({ length: warmSamples }, () => address);

/** Milliseconds of each, in their order. */
async function askFor(client: TimedClient, addresses: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const address of addresses) {
    const { status, ms } = await client.get(address);
    if (status !== 200) throw new BenchmarkError(`${address} answers ${status}`);
    times.push(ms);
  }
  return times;
}

/** Nothing where nothing was asked for. */
const summarise = (name: string, times: readonly number[]): Row =>
  times.length === 0
    ? {}
    : { [`${name}P50`]: percentile(times, 0.5), [`${name}P95`]: percentile(times, 0.95) };
