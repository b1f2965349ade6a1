import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findChromium } from "./setup/find-chromium.mjs";
import { findServers } from "./setup/find-servers.mjs";
import { root, say, setUp } from "./setup/setup.mjs";
import { readPlaywrightReport, readVitestReport } from "./test/test-report.mjs";

/**
 * `npm test`: from a fresh clone, everything that continuous integration checks. Goes on after a failure, so that one
 * run shows all of them, and ends with the names of what failed and a plain line `N passed, N failed`.
 */

/** @typedef {import("./test/test-report.mjs").Outcome} Outcome */

const results = path.join(root, "e2e/results");
const bin = (/** @type {string} */ file) => path.join(root, "node_modules", file);

/**
 * @param {string} what
 * @param {readonly string[]} args for Node
 * @param {Record<string, string>} [environment]
 */
function succeeds(what, args, environment = {}) {
  say(what);
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    // The sample content in its own store, whatever the operator of this machine has set.
    env: { ...process.env, CONTENT_DIR: "content", CONTENT_DATABASE_URL: "", ...environment },
  });
  return status === 0;
}

/** @type {(title: string, message: string) => Outcome} */
const failure = (title, message) => ({ passed: 0, failures: [{ title, message }], flaky: [] });

/**
 * A check that counts as one test.
 * @type {(what: string, args: readonly string[]) => Outcome}
 */
const check = (what, args) =>
  succeeds(what, args) ? { passed: 1, failures: [], flaky: [] } : failure(what, "see above");

/**
 * A test runner that leaves a report; one that dies without a report, or fails beside its tests, counts as a failure.
 * @template Report
 * @param {string} what
 * @param {string} report
 * @param {(report: Report) => Outcome} read
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Outcome}
 */
function suite(what, report, read, args, environment) {
  const file = path.join(results, report);
  rmSync(file, { force: true });
  const success = succeeds(what, args, environment);
  if (!existsSync(file)) return failure(what, "ended without a report");
  const outcome = read(JSON.parse(readFileSync(file, "utf8")));
  if (success || outcome.failures.length > 0) return outcome;
  return { ...outcome, failures: failure(what, "failed beside its tests").failures };
}

setUp();
const chromium = findChromium();
const servers = findServers();

const outcomes = [
  check("lint and format (biome)", [
    bin("@biomejs/biome/bin/biome"),
    "check",
    "--error-on-warnings",
    ".",
  ]),
  check("content and types of documents", ["lib/commands/run.mjs", "lib/commands/content.ts"]),
  check("layers (dependency-cruiser)", ["lib/commands/layers.mjs"]),
  check("types of routes", [bin("next/dist/bin/next"), "typegen"]),
  check("types (tsc)", [bin("typescript/bin/tsc"), "--noEmit"]),
  suite("unit tests (vitest)", "unit.json", readVitestReport, [
    bin("vitest/vitest.mjs"),
    ...[
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${path.join(results, "unit.json")}`,
    ],
  ]),
  ...["reader", "moderator", "operator", "security", "servers"].map((stories) =>
    suite(
      `end-to-end tests: e2e/${stories} (playwright, production build)`,
      `${stories}.json`,
      readPlaywrightReport,
      [bin("playwright/cli.js"), "test", "--config", `e2e/${stories}/playwright.config.ts`],
      {
        CHROMIUM_PATH: chromium,
        ...servers,
        PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(results, `${stories}.json`),
      },
    ),
  ),
];

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failures = outcomes.flatMap((outcome) => outcome.failures);
const flaky = outcomes.flatMap((outcome) => outcome.flaky);

/** @type {(heading: string, list: readonly import("./test/test-report.mjs").Failure[]) => void} */
const print = (heading, list) => {
  for (const { title, message } of list) console.log(`\n${heading}: ${title}\n${message}`);
};
print("passed when tried again", flaky);
print("FAILED", failures);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
