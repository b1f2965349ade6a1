import { archiveBenchmark } from "@/lib/bench/archive-benchmark";
import type { Benchmark } from "@/lib/bench/benchmark";
import { commentsBenchmark } from "@/lib/bench/comments/comments-benchmark";
import { ingestBenchmark } from "@/lib/bench/ingest/ingest-benchmark";
import { pagesBenchmark } from "@/lib/bench/pages/pages-benchmark";
import { publishBenchmark } from "@/lib/bench/publish/publish-benchmark";
import { createRenderBenchmark } from "@/lib/bench/results/render-benchmark";
import { serveBenchmark } from "@/lib/bench/serve/serve-benchmark";
import { createWeightBenchmark } from "@/lib/bench/weight/weight-benchmark";
import { findChromium } from "@/lib/commands/setup/find-chromium.mjs";

/** Those that measure something, in the order in which `all` runs them. */
const measuring: readonly (readonly [string, Benchmark])[] = [
  ["ingest", ingestBenchmark],
  ["pages", pagesBenchmark],
  ["publish", publishBenchmark],
  ["serve", serveBenchmark],
  ["weight", createWeightBenchmark(findChromium)],
  ["comments", commentsBenchmark],
];

/** Every benchmark by its name. */
export const benchmarks: ReadonlyMap<string, Benchmark> = new Map([
  ["archive", archiveBenchmark],
  ...measuring,
  ["render", createRenderBenchmark(measuring)],
]);
