import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { renderResults } from "@/lib/bench/results/saved-results";

/** `npm run bench -- render`: charts and tables once more from the saved results. */
export const createRenderBenchmark = (
  measuring: Iterable<readonly [string, Benchmark]>,
): Benchmark => ({
  about: "draws the charts and tables of README.md from the saved results",
  options: {},
  columns: [],
  isPartOfAll: false,
  run: async (session) => {
    let rendered = 0;
    for (const [name, benchmark] of measuring) {
      if (!(benchmark.readme && renderResults(session.root, name, benchmark))) continue;
      session.say(`${name}: rendered`);
      rendered += 1;
    }
    if (rendered === 0)
      throw new BenchmarkError("nothing is saved yet; run a benchmark with --save");
  },
});
