import "@/lib/commands/setup/explain-errors";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { describeCode, describeMachine } from "@/lib/bench/machine";
import { BenchOptions } from "@/lib/bench/options";
import { Resources } from "@/lib/bench/resources";
import { renderResults, saveResults } from "@/lib/bench/results/saved-results";
import { Session } from "@/lib/bench/session";
import { formatTables } from "@/lib/bench/table";
import { takeGroup } from "@/lib/commands/arguments/take-arguments.mjs";
import { benchmarks } from "@/lib/commands/bench/benchmarks";
import { declareBenchmarks } from "@/lib/commands/bench/declare-benchmarks";

/** `npm run bench -- NAME`: measures, shows a table, and keeps the results in `.masthead/bench/NAME.json`. */

const resources = new Resources();

function stop(status: number): never {
  resources.release();
  process.exit(status);
}
process.on("SIGINT", () => stop(130));
process.on("SIGTERM", () => stop(143));
process.on("SIGHUP", () => stop(129));

async function runBenchmark(
  name: string,
  benchmark: Benchmark,
  options: BenchOptions,
): Promise<void> {
  const root = process.cwd();
  const session = new Session({
    benchmark: name,
    root,
    options,
    resources,
    record: {
      benchmark: name,
      date: new Date().toISOString(),
      code: describeCode(root),
      machine: describeMachine(root),
      measurements: [],
    },
    resume: options.isOn("resume"),
  });
  await benchmark.run(session);
  const rows = session.record.measurements.map(({ row }) => row);
  if (rows.length === 0) return;
  console.log(`\n${formatTables(benchmark.columns, rows)}\n`);
  session.say(`results as JSON: ${session.file}`);
  if (!(options.isOn("save") && benchmark.readme)) return;
  saveResults(root, name, session.record);
  renderResults(root, name, benchmark);
  session.say("saved: record in .github, chart and table of README.md");
}

const { command, values } = takeGroup(declareBenchmarks(benchmarks));
const chosen = [...benchmarks].filter(([name, { isPartOfAll }]) =>
  command === "all" ? isPartOfAll : name === command,
);
try {
  for (const [name, benchmark] of chosen) {
    await runBenchmark(name, benchmark, new BenchOptions(values));
  }
} catch (thrown) {
  if (!(thrown instanceof BenchmarkError)) throw thrown;
  console.error(`bench: ${thrown.message}`);
  process.exitCode = 1;
} finally {
  resources.release();
}
