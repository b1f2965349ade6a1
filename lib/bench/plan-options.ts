import type { ArchivePlan } from "@/lib/bench/archive/archive";
import type { ArchiveKind } from "@/lib/bench/archive/file-sizes";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import type { BenchOptions } from "@/lib/bench/options";

/** Options that say which archives a benchmark uses. */
export const planOptions = {
  sizes: { type: "string", value: "N,N…", about: "numbers of posts, one archive for each" },
  kind: { type: "string", value: "KIND", about: "of files: `mixed`, as real ones are, or `small`" },
  seed: { type: "string", value: "N", about: "another one gives another archive of the same kind" },
} as const satisfies Benchmark["options"];

export const usualSizes: readonly number[] = [1_000, 10_000, 35_000, 100_000];

/** Archives beyond it are made of small files, or they would pass a gigabyte. */
const largestMixed = 50_000;

/**
 * One archive for each size.
 * @param from the option that names the sizes, and what they are where it isn't given
 */
export function readPlans(
  options: BenchOptions,
  from: { sizes: string; usual: readonly number[] } = { sizes: "sizes", usual: usualSizes },
): ArchivePlan[] {
  const kind = readKind(options);
  const seed = readSeed(options);
  return options.counts(from.sizes, from.usual).map((posts) => ({
    kind: kind ?? (posts > largestMixed ? "small" : "mixed"),
    posts,
    seed,
  }));
}

/** `--kind`, where it is given. */
export function readKind(options: BenchOptions): ArchiveKind | undefined {
  const kind = options.text("kind");
  if (kind === undefined || kind === "mixed" || kind === "small") return kind;
  throw new BenchmarkError(`--kind ${kind}: there are mixed and small`);
}

/** `--seed`; another one gives another archive of the same kind. */
export const readSeed = (options: BenchOptions): number => options.count("seed", 1);
