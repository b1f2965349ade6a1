import { BenchmarkError } from "@/lib/bench/benchmark-error";

/** What `npm run bench -- serve` consists of, in the order in which it is measured. */
export const parts = ["warm", "cold", "crawl", "memory", "stale"] as const;

export type Part = (typeof parts)[number];

/**
 * `--only warm,cold`.
 * @param only unset: all of them
 * @throws BenchmarkError where there is no such part
 */
export function readParts(only: string | undefined): ReadonlySet<Part> {
  if (only === undefined) return new Set(parts);
  return new Set(
    only.split(",").map((name) => {
      const part = parts.find((known) => known === name.trim());
      if (part === undefined) {
        throw new BenchmarkError(`--only ${only}: there are ${parts.join(", ")}`);
      }
      return part;
    }),
  );
}
