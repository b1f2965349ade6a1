import type { Benchmark } from "@/lib/bench/benchmark";
import type { CommandDeclaration, CommandGroup } from "@/lib/commands/arguments/command";

/** Of all benchmarks, besides their own. */
const shared = {
  save: {
    type: "boolean",
    about: "puts the results into the repository: record, chart and table of README.md",
  },
  resume: { type: "boolean", about: "goes on from a run that was interrupted" },
} as const;

/** `npm run bench` as its benchmarks make it: one command for each, and `all`, which takes the options of each. */
export function declareBenchmarks(benchmarks: ReadonlyMap<string, Benchmark>): CommandGroup {
  const ofAll = [...benchmarks.values()].filter(({ isPartOfAll }) => isPartOfAll);
  const commands = [...benchmarks].map(([name, { about, options }]) => [
    name,
    declareBenchmark(name, about, options),
  ]);
  return {
    call: "npm run bench",
    about:
      "Measures commands and pages over generated archives, shows a table, and keeps the results in .masthead/bench.",
    examples: [
      ["npm run bench -- ingest --sizes 1000", "a few minutes"],
      ["npm run bench -- all --save", "all figures of README.md; two hours on 2 cores"],
    ],
    commands: {
      ...Object.fromEntries(commands),
      all: declareBenchmark(
        "all",
        "every benchmark at its usual sizes",
        Object.assign({}, ...ofAll.map(({ options }) => options)),
      ),
    },
  };
}

const declareBenchmark = (
  name: string,
  about: string,
  options: Benchmark["options"],
): CommandDeclaration => ({
  call: `npm run bench -- ${name}`,
  about,
  options: { ...options, ...shared },
  examples: [],
  exits: { 0: "the results are there", 1: "they are not" },
});
