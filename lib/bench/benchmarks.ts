import { archiveBenchmark } from "@/lib/bench/archive-benchmark";
import type { Benchmark } from "@/lib/bench/benchmark";
import { ingestBenchmark } from "@/lib/bench/ingest-benchmark";
import { pagesBenchmark } from "@/lib/bench/pages-benchmark";

/** Every benchmark by its name, in the order in which `all` runs them. */
export const benchmarks: ReadonlyMap<string, Benchmark> = new Map([
  ["archive", archiveBenchmark],
  ["ingest", ingestBenchmark],
  ["pages", pagesBenchmark],
]);
