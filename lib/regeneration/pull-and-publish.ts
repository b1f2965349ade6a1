import { spawn } from "node:child_process";
import { z } from "zod";
import { log } from "@/lib/log";
import { processSlot } from "@/lib/process-state.mjs";
import { ownAddress } from "@/lib/regeneration/own-address";
import { serverToken } from "@/lib/regeneration/server-token";

const underWay = processSlot<{ again: boolean }>("pullUnderWay");

/** When what failed is done again. */
const timer = processSlot<NodeJS.Timeout>("pullTimer");

/** How long after a failure it is tried again, in seconds: a Git host that is away for a moment tells us nothing more. */
const retries = [5, 30, 120, 600];

/**
 * Pulls the content repository and publishes, in a process of its own, so that readers don't wait for it. One at a time:
 * what is asked for meanwhile is done once more afterwards. The outcome goes to the log; what fails is tried again.
 */
export function pullAndPublish(failures = 0): void {
  clearTimeout(timer.value);
  if (underWay.value) {
    underWay.value.again = true;
    return;
  }
  const current = { again: false };
  underWay.value = current;
  runPublish((outcome, output) => {
    underWay.value = undefined;
    const isPublished = outcome !== "failed";
    const retrySeconds = isPublished || current.again ? undefined : retries[failures];
    if (outcome === "published") log("info", "push published", { output });
    else if (outcome === "incomplete") log("error", "push published but for mistakes", { output });
    else log("error", "push could not be published", { output, retrySeconds });
    if (current.again) pullAndPublish();
    else if (retrySeconds !== undefined) {
      timer.value = setTimeout(pullAndPublish, retrySeconds * 1000, failures + 1);
      timer.value.unref();
    }
  });
}

/** Characters of what a process printed that are kept: the last ones. A report names every page that changed. */
const maxOutput = 4 * 1024 * 1024;

/** As `npm run publish -- --json` prints it; without numbers where it came to nothing. */
const reportFormat = z.object({
  compiled: z.int().optional(),
  deleted: z.int().optional(),
  problems: z.int().optional(),
  newerThanShown: z.array(z.object({ path: z.string() })).optional(),
  sites: z.array(z.object({ addresses: z.array(z.string()) })),
  errors: z.array(z.string()),
});

function readReport(output: string) {
  const lines = output.trim().split("\n");
  return reportFormat.safeParse(parseJson(lines.findLast((line) => line.startsWith("{")))).data;
}

/** What came of it, in a few words; the last line of what was printed where that is no report. */
export function describeOutput(output: string): string {
  const report = readReport(output);
  if (!report) return output.trim().split("\n").at(-1) ?? "";
  const { compiled, deleted, problems, newerThanShown = [], sites, errors } = report;
  if (compiled === undefined) return errors.join("; ");
  const pages = sites.reduce((sum, { addresses }) => sum + addresses.length, 0);
  const counts = `${compiled} compiled, ${deleted} deleted, ${problems} problems, ${pages} pages changed`;
  return [...errors, ...describeMistakes(newerThanShown), counts].join("; ");
}

/** Of a line of the log, which is cut where it is too long. */
const namedFiles = 5;

function describeMistakes(files: readonly { path: string }[]): string[] {
  if (files.length === 0) return [];
  const names = files.slice(0, namedFiles).map(({ path }) => path);
  const more = files.length > namedFiles ? ["…"] : [];
  return [`newer than what readers see, for their mistakes: ${[...names, ...more].join(", ")}`];
}

/** A file with a mistake is no reason to try again: only its editor can mend it. */
type Outcome = "published" | "incomplete" | "failed";

export function judgeOutput(code: number | null, output: string): Outcome {
  if (code === 0) return "published";
  const report = readReport(output);
  const isDone = report?.compiled !== undefined && report.errors.length === 0;
  return isDone && report.newerThanShown?.length ? "incomplete" : "failed";
}

function parseJson(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function runPublish(onEnd: (outcome: Outcome, output: string) => void): void {
  const command = ["lib/commands/publish.mjs", "--pull", "--json"];
  const publish = spawn(process.execPath, [...command, "--site", ownAddress()], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, REVALIDATE_SECRET: serverToken() },
  });
  let output = "";
  for (const stream of [publish.stdout, publish.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-maxOutput);
    });
  }
  // A process that can't be started has no end.
  publish.on("error", (error) => onEnd("failed", error.message));
  publish.on("close", (code, signal) => {
    if (publish.pid === undefined) return;
    const outcome = judgeOutput(code, output);
    const end = outcome === "failed" ? ` (${signal ?? `exit ${code}`})` : "";
    onEnd(outcome, describeOutput(output) + end);
  });
}
