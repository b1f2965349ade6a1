import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Benchmark } from "@/lib/bench/benchmark";
import type { Machine } from "@/lib/bench/machine";
import { type BenchRecord, readRecord, writeRecord } from "@/lib/bench/record";
import { replaceBlock } from "@/lib/bench/results/readme-block";
import { formatTables } from "@/lib/bench/table";

/**
 * Results that are part of the repository. They lie outside `lib`, whose files the build of the site depends on
 * (`stampBuild`): new figures must not cost a new build.
 */
const fileOf = (root: string, name: string, extension: "json" | "svg"): string =>
  path.join(root, ".github", `bench-${name}.${extension}`);

export const saveResults = (root: string, name: string, record: BenchRecord): void =>
  writeRecord(fileOf(root, name, "json"), record);

/**
 * Draws the chart and writes the table of README.md from the saved record of a benchmark.
 * @returns whether there is such a record
 */
export function renderResults(root: string, name: string, benchmark: Benchmark): boolean {
  const file = fileOf(root, name, "json");
  if (!existsSync(file)) return false;
  const record = readRecord(file);
  const { columns, readme } = benchmark;
  const rows = record.measurements.map(({ row }) => row);
  const parts = [
    formatTables(
      columns.filter(({ key }) => readme?.columns.includes(key)),
      rows,
    ),
    describeConditions(record),
  ];
  if (readme?.chart) {
    writeFileSync(fileOf(root, name, "svg"), readme.chart.render(record));
    parts.unshift(`![${readme.chart.description}](.github/bench-${name}.svg)`);
  }
  const page = path.join(root, "README.md");
  writeFileSync(page, replaceBlock(readFileSync(page, "utf8"), name, parts.join("\n\n")));
  return true;
}

function describeConditions({ date, machine, code }: BenchRecord): string {
  return `Measured on ${date.slice(0, 10)}, commit \`${code}\`: ${describe(machine)}.`;
}

function describe({ cpu, cores, memoryGb, system, node, packages }: Machine): string {
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return `${cores} cores (${cpu}), ${memoryGb} GB, ${system}; Node ${node}, ${versions.join(", ")}`;
}
