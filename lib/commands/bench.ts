import "@/lib/commands/setup/explain-errors";
import { parseArgs } from "node:util";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { describeCode, describeMachine } from "@/lib/bench/machine";
import { BenchOptions } from "@/lib/bench/options";
import { Resources } from "@/lib/bench/resources";
import { renderResults, saveResults } from "@/lib/bench/saved-results";
import { Session } from "@/lib/bench/session";
import { formatTable } from "@/lib/bench/table";
import { benchmarks } from "@/lib/commands/bench/benchmarks";

/** `npm run bench -- NAME [options]`: measures, shows a table, and keeps the results in `.masthead/bench/NAME.json`. */

const shared = { save: { type: "boolean" }, resume: { type: "boolean" } } as const;

const resources = new Resources();

function stop(status: number): never {
  resources.release();
  process.exit(status);
}
process.on("SIGINT", () => stop(130));
process.on("SIGTERM", () => stop(143));
process.on("SIGHUP", () => stop(129));

function showUsage(): void {
  console.log("npm run bench -- NAME [--save] [--resume]\n");
  for (const [name, { about }] of benchmarks) console.log(`  ${name.padEnd(10)} ${about}`);
  console.log(`  ${"all".padEnd(10)} every benchmark at its usual sizes`);
  console.log(
    "\n--save    puts the results into the repository: record, chart and table of README.md",
  );
  console.log("--resume  goes on from a run that was interrupted");
}

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
  console.log(`\n${formatTable(benchmark.columns, rows)}\n`);
  session.say(`results as JSON: ${session.file}`);
  if (!(options.isOn("save") && benchmark.readme)) return;
  saveResults(root, name, session.record);
  renderResults(root, name, benchmark);
  session.say("saved: record in .github, chart and table of README.md");
}

const [name = "", ...args] = process.argv.slice(2);
const chosen: [string, Benchmark][] =
  name === "all"
    ? [...benchmarks].filter(([, { isPartOfAll }]) => isPartOfAll)
    : [...benchmarks].filter(([known]) => known === name);
if (chosen.length === 0) {
  if (name !== "") console.error(`bench: there is no benchmark ${name}\n`);
  showUsage();
  process.exitCode = name === "" ? 0 : 1;
}
try {
  // `all` takes the options of each.
  const accepted: Benchmark["options"] = Object.assign({}, ...chosen.map(([, one]) => one.options));
  const { values } = parseArgs({ args, options: { ...accepted, ...shared } });
  for (const [chosenName, benchmark] of chosen) {
    await runBenchmark(chosenName, benchmark, new BenchOptions(values));
  }
} catch (thrown) {
  const isOptions = thrown instanceof TypeError && "code" in thrown;
  if (!(thrown instanceof BenchmarkError || isOptions)) throw thrown;
  console.error(`bench: ${thrown.message}`);
  process.exitCode = 1;
} finally {
  resources.release();
}
