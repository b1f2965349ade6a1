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
  runPublish((isPublished, output) => {
    underWay.value = undefined;
    const retrySeconds = isPublished || current.again ? undefined : retries[failures];
    if (isPublished) log("info", "push published", { output });
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
  sites: z.array(z.object({ addresses: z.array(z.string()) })),
  errors: z.array(z.string()),
});

/** What came of it, in a few words; the last line of what was printed where that is no report. */
export function describeOutput(output: string): string {
  const lines = output.trim().split("\n");
  const report = reportFormat.safeParse(parseJson(lines.findLast((line) => line.startsWith("{"))));
  if (!report.success) return lines.at(-1) ?? "";
  const { compiled, deleted, problems, sites, errors } = report.data;
  if (compiled === undefined) return errors.join("; ");
  const pages = sites.reduce((sum, { addresses }) => sum + addresses.length, 0);
  const counts = `${compiled} compiled, ${deleted} deleted, ${problems} problems, ${pages} pages changed`;
  return [...errors, counts].join("; ");
}

function parseJson(text = ""): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

function runPublish(onEnd: (isPublished: boolean, output: string) => void): void {
  const command = ["lib/commands/run.mjs", "lib/commands/publish.ts", "--pull", "--json"];
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
  publish.on("error", (error) => onEnd(false, error.message));
  publish.on("close", (code, signal) => {
    if (publish.pid === undefined) return;
    const end = code === 0 ? "" : ` (${signal ?? `exit ${code}`})`;
    onEnd(code === 0, describeOutput(output) + end);
  });
}
