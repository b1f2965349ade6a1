import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import { counters, listRequests } from "@/lib/metrics/counters";
import { ownPageCache } from "@/lib/page-cache/own-page-cache.mjs";
import { processSlot } from "@/lib/process-state.mjs";
import { countCommentsByStatus } from "@/lib/queries/comment-counts";
import { knownState } from "@/lib/regeneration/known-state";
import { databaseTrouble } from "@/lib/site/database-trouble";

const slot = processSlot<Registry>("metricsRegistry");

/** What is counted here, in the names of Prometheus; made when it is first asked for. */
export function metricsRegistry(): Registry {
  slot.value ??= createRegistry();
  return slot.value;
}

function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  addCounts(registry);
  addGauges(registry);
  return registry;
}

/** One number that only grows: its name, what it is, and where it is counted. */
const counts: readonly [name: string, help: string, read: () => number][] = [
  ["renders_total", "Pages that were rendered.", () => counters().renders],
  [
    "render_seconds_total",
    "Time from the beginning of a rendering until its page was kept, of all of them.",
    () => counters().renderMs / 1000,
  ],
  [
    "outdated_pages_total",
    "Pages that were shown although they were out of date, since the content store was away.",
    () => counters().outdated,
  ],
  [
    "redis_errors_total",
    "Commands that Redis did not carry out, or not in time.",
    () => counters().redisFailures,
  ],
  [
    "publishes_total",
    "Changes of the content that pages were refreshed for.",
    () => counters().refreshes,
  ],
  [
    "publish_seconds_total",
    "Time from hearing of a change until all its pages were refreshed, of all of them.",
    () => counters().refreshMs / 1000,
  ],
];

function addCounts(registry: Registry): void {
  const registers = [registry];
  for (const [name, help, read] of counts) {
    new Counter({ name: `masthead_${name}`, help, registers, collect: set(() => [[{}, read()]]) });
  }
  new Counter({
    name: "masthead_requests_total",
    help: "Answers, by what was asked for and by status.",
    labelNames: ["kind", "status"],
    registers,
    collect: set(() => [...listRequests()].map(({ count, ...labels }) => [labels, count])),
  });
  new Counter({
    name: "masthead_cache_hits_total",
    help: "Pages that were answered without rendering: from memory, or from the disk or Redis.",
    labelNames: ["from"],
    registers,
    collect: set(() => [
      [{ from: "memory" }, counters().memoryHits],
      [{ from: "store" }, counters().storedHits],
    ]),
  });
  new Counter({
    name: "masthead_database_errors_total",
    help: "Questions that a database did not answer.",
    labelNames: ["database"],
    registers,
    collect: set(() =>
      Object.entries(databaseTrouble().failures).map(([database, n]) => [{ database }, n]),
    ),
  });
}

function addGauges(registry: Registry): void {
  const registers = [registry];
  new Gauge({
    name: "masthead_page_cache_bytes",
    help: "Memory of the pages that are kept.",
    registers,
    collect() {
      this.set(ownPageCache.value?.memoryBytes ?? 0);
    },
  });
  new Gauge({
    name: "masthead_redis_up",
    help: "Whether Redis can be reached; 1 too where there is none.",
    registers,
    collect() {
      this.set(ownPageCache.value?.isCutOff ? 0 : 1);
    },
  });
  new Gauge({
    name: "masthead_content_change_timestamp_seconds",
    help: "When the content was last changed that this server shows.",
    registers,
    collect() {
      this.set((knownState.value?.change ?? 0) / 1000);
    },
  });
  new Gauge({
    name: "masthead_comments",
    help: "Comments by status: those that are held wait for a moderator.",
    labelNames: ["status"],
    registers,
    async collect() {
      this.reset();
      const found = await countCommentsByStatus();
      // Whoever is told of a queue that grows wants to see it empty, too.
      if (found !== undefined) this.set({ status: "held" }, 0);
      for (const [status, count] of Object.entries(found ?? {})) this.set({ status }, count);
    },
  });
}

type Labels = Record<string, string | number>;

/** Puts what was counted elsewhere in the place of what stood there. */
const set = (read: () => (readonly [Labels, number])[]) =>
  function collect(this: Counter<string>): void {
    this.reset();
    for (const [labels, value] of read()) this.inc(labels, value);
  };
