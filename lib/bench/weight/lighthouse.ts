import { spawnSync } from "node:child_process";
import path from "node:path";
import { z } from "zod";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { median } from "@/lib/bench/load/percentile";
import { runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";

/** So often for each page, as its makers advise. */
const runs = 5;

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

const score = z.object({ score: z.number().nullable() });
const figure = z.object({ numericValue: z.number() });

/** What is read of its report. */
const reportFormat = z.object({
  categories: z.object({
    performance: score,
    accessibility: score,
    "best-practices": score,
    seo: score,
  }),
  audits: z.object({
    "cumulative-layout-shift": figure,
    "total-blocking-time": figure,
    "largest-contentful-paint": figure,
  }),
});

type Report = z.infer<typeof reportFormat>;

/** A command line that runs Lighthouse, without its arguments. */
export type Lighthouse = readonly [string, ...string[]];

/**
 * Lighthouse, which is no part of the project: what `--lighthouse` names, a command or a file; or one that is installed.
 * @returns undefined where there is none
 * @throws BenchmarkError where the named one can't be run
 */
export function findLighthouse(named: string | undefined): Lighthouse | undefined {
  if (named === undefined) {
    const installed: Lighthouse = ["npx", "--no-install", "lighthouse"];
    return answersVersion(installed) ? installed : undefined;
  }
  const command: Lighthouse = /\.[cm]?js$/.test(named)
    ? [process.execPath, path.resolve(named)]
    : [named];
  if (!answersVersion(command)) throw new BenchmarkError(`--lighthouse ${named} can't be run`);
  return command;
}

const answersVersion = ([program, ...args]: Lighthouse): boolean =>
  spawnSync(program, [...args, "--version"]).status === 0;

/** Medians of its four scores, and of three of its figures, for a phone. */
export async function runLighthouse(
  [program, ...args]: Lighthouse,
  url: string,
  chromium: string,
  { root, resources, say }: Session,
): Promise<Row> {
  const reports: Report[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { status, output } = await runMeasured(
      {
        command: program,
        args: [
          ...[...args, url, "--quiet", "--output=json", "--output-path=stdout"],
          ...[`--only-categories=${categories.join(",")}`],
          "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
        ],
        cwd: root,
        env: { CHROME_PATH: chromium },
      },
      resources,
    );
    const text = output.map((line) => line.text).join("\n");
    if (status !== 0) throw new BenchmarkError(`lighthouse has failed:\n${text.slice(-2000)}`);
    reports.push(reportFormat.parse(JSON.parse(text.slice(text.indexOf("{")))));
    say(`lighthouse ${url}: ${run + 1} of ${runs}`);
  }
  return summariseReports(reports);
}

export function summariseReports(reports: readonly Report[]): Row {
  const of = (pick: (report: Report) => number) => median(reports.map(pick));
  const percent = (name: (typeof categories)[number]) =>
    Math.round(100 * of((report) => report.categories[name].score ?? 0));
  return {
    performance: percent("performance"),
    accessibility: percent("accessibility"),
    bestPractices: percent("best-practices"),
    seo: percent("seo"),
    lhCls: of(({ audits }) => audits["cumulative-layout-shift"].numericValue),
    lhLcp: of(({ audits }) => audits["largest-contentful-paint"].numericValue),
    lhTbt: of(({ audits }) => audits["total-blocking-time"].numericValue),
  };
}
