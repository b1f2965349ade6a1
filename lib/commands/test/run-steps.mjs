import { spawn } from "node:child_process";
import { root } from "../setup/setup.mjs";

/**
 * Steps side by side: each begins when those that it waits for have ended and there is room for it. What a step prints is
 * shown as a whole when it ends, since lines of several at once can't be read.
 *
 * @typedef {import("./test-report.mjs").Outcome} Outcome
 * @typedef {{ succeeds: boolean, output: string }} Ended of a process
 * @typedef {(args: readonly string[], environment?: Record<string, string>) => Promise<Ended>} RunNode
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} [after] names of steps that must have ended, whatever came of them
 * @property {readonly string[]} [needs] names of steps that must have succeeded; where one has not, this one fails unrun
 * @property {number} load how many cores it keeps busy, about
 * @property {(runNode: RunNode) => Promise<Outcome>} work
 *
 * @typedef {{ name: string, outcome: Outcome, startMs: number, ms: number }} StepResult `startMs`: since the first step began
 */

/**
 * @param {readonly Step[]} steps those that others wait for, and those that take long, come first
 * @param {{ capacity: number, print?: (text: string) => void, runNode?: RunNode }} options `capacity`: cores in use at a
 *   time, about; a step that takes more runs alone
 * @returns {Promise<StepResult[]>} in the order of the steps
 */
export async function runSteps(
  steps,
  { capacity, print = (text) => console.log(text), runNode = runNodeQuietly },
) {
  const began = performance.now();
  /** @type {Map<string, StepResult>} */
  const results = new Map();
  /** @type {Map<Step, Promise<void>>} */
  const running = new Map();
  const waiting = [...steps];

  /** @param {Step} step */
  const isReady = ({ after = [], needs = [], load }) => {
    if (![...after, ...needs].every((name) => results.has(name))) return false;
    const busy = [...running.keys()].reduce((sum, other) => sum + other.load, 0);
    return busy === 0 || busy + load <= capacity;
  };

  /** @param {Step} step */
  const start = async (step) => {
    const startMs = performance.now() - began;
    /** @type {string[]} */
    const output = [];
    const outcome = await runStep(step, results, async (...command) => {
      const ended = await runNode(...command);
      output.push(ended.output.trimEnd());
      return ended;
    });
    const ms = performance.now() - began - startMs;
    results.set(step.name, { name: step.name, outcome, startMs, ms });
    print(["", heading(step.name, outcome), ...output].join("\n"));
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find(isReady);
    if (next) {
      waiting.splice(waiting.indexOf(next), 1);
      const done = start(next).finally(() => running.delete(next));
      running.set(next, done);
    } else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`never begun: ${waiting.map(({ name }) => name).join(", ")}`);
  }
  return steps.flatMap(({ name }) => results.get(name) ?? []);
}

/**
 * @param {Step} step
 * @param {ReadonlyMap<string, StepResult>} results
 * @param {RunNode} runNode
 * @returns {Promise<Outcome>}
 */
async function runStep({ name, needs = [], work }, results, runNode) {
  const lacking = needs.filter((needed) => results.get(needed)?.outcome.failures.length !== 0);
  if (lacking.length > 0) return failure(name, `not run without: ${lacking.join(", ")}`);
  return work(runNode);
}

/** @type {(title: string, message: string) => Outcome} */
export const failure = (title, message) => ({
  passed: 0,
  failures: [{ title, message }],
  flaky: [],
});

/** @type {(name: string, outcome: Outcome) => string} */
const heading = (name, { passed, failures }) =>
  `masthead: ${name}: ${passed} passed, ${failures.length} failed`;

/**
 * A program for Node in the project's folder, with what it prints kept; ends with this process at the latest.
 * @type {RunNode}
 */
async function runNodeQuietly(args, environment = {}) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      // Without a terminal nobody asks for colours.
      ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const succeeds = await new Promise((resolve) => {
    child.once("error", ({ message }) => {
      output += message;
      resolve(false);
    });
    child.once("close", (status) => resolve(status === 0));
  });
  process.removeListener("exit", end);
  return { succeeds, output };
}

/**
 * What each step has taken, as a table: when it began, and how long it was under way.
 * @param {readonly StepResult[]} results
 */
export function describeTimes(results) {
  const total = Math.max(...results.map(({ startMs, ms }) => startMs + ms));
  const width = Math.max(...results.map(({ name }) => name.length));
  const rows = results.map(
    ({ name, startMs, ms }) => `  ${name.padEnd(width)}  ${minutes(startMs)}  ${minutes(ms)}`,
  );
  return [
    `  ${"".padEnd(width)}  began   took`,
    ...rows,
    `  ${"all".padEnd(width)}         ${minutes(total)}`,
  ].join("\n");
}

/** @param {number} ms */
function minutes(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`.padStart(5);
}
