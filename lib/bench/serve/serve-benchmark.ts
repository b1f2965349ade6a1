import os from "node:os";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import type { Benchmark } from "@/lib/bench/benchmark";
import { planOptions, readPlans } from "@/lib/bench/plan-options";
import { type BenchSite, withBenchSite } from "@/lib/bench/serve/bench-site";
import { measureCold } from "@/lib/bench/serve/measure-cold";
import { measureCrawl } from "@/lib/bench/serve/measure-crawl";
import { measureStaleOnOne, measureStaleOnTwo } from "@/lib/bench/serve/measure-stale";
import { measureWarm } from "@/lib/bench/serve/measure-warm";
import { parts, readParts } from "@/lib/bench/serve/parts";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";

/** Programs that wait for a processor, in the mean of a minute, before anything is measured. */
const busyLoad = 0.7;

/** `npm run bench -- serve`: what the production server answers, how fast, with which memory, and whether it is fresh. */
export const serveBenchmark: Benchmark = {
  about: "the server under load: a warm page, cold pages, crawlers, memory, staleness",
  options: {
    ...planOptions,
    only: {
      type: "string",
      value: "PART,PART…",
      about: `parts of it: ${parts.map((part) => `\`${part}\``).join(", ")}`,
    },
    seconds: { type: "string", value: "N", about: "that each server is under load at a time; 5" },
    rounds: { type: "string", value: "N", about: "in which servers take turns; 5" },
    "cold-rate": { type: "string", value: "N", about: "cold pages a second; 20" },
    "cold-seconds": { type: "string", value: "N", about: "that they come; 20" },
    "made-up": { type: "string", value: "N", about: "made-up addresses of crawlers; 10,000" },
    rate: { type: "string", value: "N", about: "requests a second while posts are edited; 2,000" },
    publishes: { type: "string", value: "N", about: "how often one is edited and published; 30" },
    bound: { type: "string", value: "N", about: "megabytes of the page cache; 512" },
  },
  columns: [
    // warm
    { key: "subject", heading: "a warm post, 32 connections" },
    // stale
    { key: "servers", heading: "servers" },
    { key: "requests", heading: "requests" },
    { key: "perSecond", heading: "requests/s" },
    { key: "p50Ms", heading: "p50, ms", digits: 2 },
    { key: "p99Ms", heading: "p99, ms", digits: 2 },
    { key: "ofNext", heading: "× next start", digits: 2 },
    { key: "ofNode", heading: "× bare Node", digits: 2 },
    { key: "bytes", heading: "body, bytes" },
    { key: "by", heading: "load by" },
    { key: "publishes", heading: "publishes" },
    { key: "unmodified", heading: "304s" },
    { key: "failures", heading: "failures" },
    { key: "stale", heading: "stale answers" },
    // cold
    { key: "coldPages", heading: "cold pages" },
    { key: "coldPerSecond", heading: "a second", digits: 1 },
    { key: "coldP50", heading: "cold p50, ms", digits: 1 },
    { key: "coldP99", heading: "cold p99, ms", digits: 1 },
    { key: "coldCpu", heading: "CPU for one, with its share of warm ones, ms", digits: 1 },
    { key: "warmRequests", heading: "warm requests beside" },
    { key: "aloneP99", heading: "warm p99 alone, ms", digits: 1 },
    { key: "besideP50", heading: "beside p50, ms", digits: 1 },
    { key: "besideP99", heading: "beside p99, ms", digits: 1 },
    { key: "lateP99", heading: "sent late p99, ms", digits: 1 },
    // crawl and memory
    { key: "posts", heading: "real pages" },
    { key: "madeUp", heading: "made-up addresses" },
    { key: "startMb", heading: "memory at start, MB" },
    { key: "halfMb", heading: "half-way through made-up ones, MB" },
    { key: "madeUpMb", heading: "after them, MB" },
    { key: "peakMb", heading: "peak, MB" },
    { key: "endMb", heading: "after all, MB" },
    { key: "diskMb", heading: "disk, MB" },
    { key: "boundMb", heading: "its bound, MB" },
    { key: "files", heading: "files" },
    { key: "diskPerPageKb", heading: "disk for a page, KB", digits: 1 },
    { key: "warmShare", heading: "hits after restart, %", digits: 1 },
    { key: "note", heading: "" },
  ],
  readme: {
    columns: [
      ...["subject", "perSecond", "p50Ms", "p99Ms", "ofNext", "ofNode", "bytes"],
      ...["servers", "requests", "publishes", "failures", "stale"],
      ...["coldPages", "coldPerSecond", "coldP50", "coldCpu", "aloneP99", "besideP50", "besideP99"],
      ...["posts", "madeUp", "startMb", "madeUpMb", "peakMb", "endMb", "diskMb", "boundMb"],
      ...["files", "diskPerPageKb", "warmShare", "note"],
    ],
  },
  isPartOfAll: true,
  run: async (session) => {
    const [load = 0] = os.loadavg();
    if (load > busyLoad) {
      session.say(
        `other programs are at work here (load average ${load.toFixed(1)}): figures are low`,
      );
    }
    for (const plan of readPlans(session.options, { sizes: "sizes", usual: [2_000] })) {
      await withBenchSite(plan, session, (benchSite) => measure(plan, benchSite, session));
    }
  },
};

async function measure(plan: ArchivePlan, benchSite: BenchSite, session: Session): Promise<void> {
  const chosen = readParts(session.options.text("only"));
  const size = `${plan.kind} ${plan.posts}`;
  const take = (part: string, id: string, row: () => Row | Promise<Row>) =>
    session.measure(`${id} ${size}`, async () => ({ part: `${part} ${size}`, ...(await row()) }));
  const isKnown = session.record.measurements.some(({ id }) => id === `warm Masthead ${size}`);
  if (chosen.has("warm") && !isKnown) {
    // Measured together, and each a line of its own.
    const rows = await measureWarm(plan, benchSite, session);
    for (const row of rows) await take("warm", `warm ${row.subject}`, () => row);
  }
  if (chosen.has("cold")) await take("cold", "cold", () => measureCold(benchSite, session));
  if (chosen.has("crawl") || chosen.has("memory")) {
    await take("crawl", "crawl", () => measureCrawl(benchSite, chosen, session));
  }
  // Last, for it adds posts to the archive.
  if (chosen.has("stale")) {
    await take("stale", "stale 1", () => measureStaleOnOne(benchSite, session));
    await take("stale", "stale 2", () => measureStaleOnTwo(benchSite, session));
  }
}
