import type { BenchRecord } from "@/lib/bench/record";
import type { Session } from "@/lib/bench/session";
import type { Column } from "@/lib/bench/table";

/** One with a value, or a switch; as the help says it. */
export type BenchOption =
  | { type: "string"; value: string; about: string }
  | { type: "boolean"; about: string };

/** What `npm run bench -- NAME` runs: one file each, listed in `benchmarks.ts`. */
export interface Benchmark {
  /** One line for the list of benchmarks. */
  about: string;
  /** Options of its own, besides `--save` and `--resume`. */
  options: Readonly<Record<string, BenchOption>>;
  /** Of the table of its results; none where it measures nothing. */
  columns: readonly Column[];
  /** What README.md shows of its results, between the markers `bench:NAME`. */
  readme?: {
    /** Keys of columns. */
    columns: readonly string[];
    chart?: { description: string; render: (record: BenchRecord) => string };
  };
  /** Whether `npm run bench -- all` runs it. */
  isPartOfAll: boolean;
  /** Measures with `session.measure(…)`, so that each result is kept as soon as it is there. */
  run(session: Session): Promise<void>;
}
