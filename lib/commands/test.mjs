import { existsSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { checkCommand } from "./setup/check-command.mjs";
import { root, setUp } from "./setup/setup.mjs";
import { describeTimes, failure, runSteps } from "./test/run-steps.mjs";
import { readPlaywrightReport, readVitestReport } from "./test/test-report.mjs";

/**
 * `npm test`: from a fresh clone, everything that continuous integration checks. Goes on after a failure, so that one
 * run shows all of them, and ends with the time that each step took, the names of what failed, and a plain line
 * `N passed, N failed`.
 *
 * @typedef {import("./test/test-report.mjs").Outcome} Outcome
 * @typedef {import("./test/run-steps.mjs").Step} Step
 * @typedef {Pick<Step, "after" | "needs" | "load">} Place
 */

const results = path.join(root, "e2e/results");
const bin = (/** @type {string} */ file) => path.join(root, "node_modules", file);

/** The sample content in its own store, whatever the operator of this machine has set. */
const sample = { CONTENT_DIR: "content", CONTENT_DATABASE_URL: "" };

/**
 * The browser and the servers of the stories, as `find-tools.mjs` has found them.
 * @type {Record<string, string>}
 */
let tools = {};

/**
 * A check that counts as one test.
 * @param {string} name
 * @param {Place} place
 * @param {readonly (readonly string[])[]} commands one after the other, for Node
 * @param {(output: string) => void} [hear] what the last one has printed
 * @returns {Step}
 */
const check = (name, place, commands, hear = () => undefined) => ({
  name,
  ...place,
  work: async (runNode) => {
    for (const command of commands) {
      const { succeeds, output } = await runNode(command, sample);
      if (!succeeds) return failure(name, lastLines(output));
      hear(output);
    }
    return { passed: 1, failures: [], flaky: [] };
  },
});

/** @param {string} output */
const lastLines = (output) => output.trimEnd().split("\n").slice(-8).join("\n");

/**
 * A test runner that leaves a report; one that dies without a report, or fails beside its tests, counts as a failure.
 * @template Report
 * @param {string} name
 * @param {Place} place
 * @param {string} report
 * @param {(report: Report) => Outcome} read
 * @param {readonly string[]} command
 * @returns {Step}
 */
const suite = (name, place, report, read, command) => ({
  name,
  ...place,
  work: async (runNode) => {
    const file = path.join(results, report);
    rmSync(file, { force: true });
    const environment = { ...sample, ...tools, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const { succeeds, output } = await runNode(command, environment);
    if (!existsSync(file)) return failure(name, `ended without a report\n${lastLines(output)}`);
    const outcome = read(JSON.parse(readFileSync(file, "utf8")));
    if (succeeds || outcome.failures.length > 0) return outcome;
    return { ...outcome, failures: failure(name, "failed beside its tests").failures };
  },
});

/**
 * @param {string} folder of `e2e`
 * @param {Place} place
 * @param {string} [file] one of its stories alone
 */
function stories(folder, place, file) {
  const chosen = file === undefined ? [] : [file];
  return suite(
    ["stories", folder, ...chosen].join(" "),
    place,
    `${[folder, ...chosen].join("-")}.json`,
    readPlaywrightReport,
    [
      bin("playwright/cli.js"),
      ...["test", "--config", `e2e/${folder}/playwright.config.ts`, ...chosen],
    ],
  );
}

const run = "lib/commands/run.mjs";
const cores = availableParallelism();
const ready = { needs: ["build", "tools"] };

/**
 * Stories share one build, and unit tests compute while others wait. The story of the comments' database needs a build of
 * its own, made without that database; the one for all others follows it.
 */
const steps = [
  check("content", { load: 1 }, [[run, "lib/commands/content.ts"]]),
  check("lint", { load: 1 }, [
    [bin("@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "."],
  ]),
  check("tools", { load: 0 }, [["lib/commands/test/find-tools.mjs"]], (output) => {
    tools = JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
  }),
  check("types", { load: 1, after: ["content"] }, [
    [bin("next/dist/bin/next"), "typegen"],
    [bin("typescript/bin/tsc"), "--noEmit"],
  ]),
  check("layers", { load: 1, after: ["content"] }, [["lib/commands/layers.mjs"]]),
  // `next build` and `next typegen` write the same folder.
  stories("servers", { load: 1, needs: ["tools"], after: ["types"] }, "comments-database"),
  check("build", { load: 1, after: ["stories servers comments-database", "types"] }, [
    ["e2e/reader/build.mjs"],
  ]),
  suite("unit tests", { load: 2, after: ["content"] }, "unit.json", readVitestReport, [
    bin("vitest/vitest.mjs"),
    ...["run", "--reporter=default", "--reporter=json", `--maxWorkers=${cores}`],
    `--outputFile.json=${path.join(results, "unit.json")}`,
  ]),
  stories("reader", { load: 2, ...ready }),
  stories("operator", { load: 1, ...ready }),
  stories("security", { load: 2, ...ready }),
  stories("servers", { load: 1, ...ready }, "two-servers"),
  stories("moderator", { load: 2, ...ready }),
];

checkCommand("test", process.argv.slice(2));
setUp({ forTests: true });
// One more than there are cores: stories wait now and then.
const ended = await runSteps(steps, { capacity: cores + 1 });
const outcomes = ended.map(({ outcome }) => outcome);
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failures = outcomes.flatMap((outcome) => outcome.failures);
const flaky = outcomes.flatMap((outcome) => outcome.flaky);

/** @type {(heading: string, list: readonly import("./test/test-report.mjs").Failure[]) => void} */
const print = (heading, list) => {
  for (const { title, message } of list) console.log(`\n${heading}: ${title}\n${message}`);
};
const leftOut = outcomes.flatMap((outcome) => outcome.leftOut ?? []);
console.log(`\n${describeTimes(ended)}`);
for (const title of leftOut) console.log(`left out, for what it needs is not here: ${title}`);
print("passed when tried again", flaky);
print("FAILED", failures);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
