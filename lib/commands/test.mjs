import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { findChromium } from "./find-chromium.mjs";
import { findServers } from "./find-servers.mjs";
import { root, say, setUp } from "./setup.mjs";

/**
 * `npm test`: from a fresh clone, everything that continuous integration checks. Goes on after a failure, so that one
 * run shows all of them, and ends with a plain line `N passed, N failed`.
 */

/** @typedef {{ passed: number, failed: number }} Count */

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

/**
 * A check that counts as one test.
 * @type {(what: string, args: readonly string[]) => Count}
 */
const check = (what, args) =>
  succeeds(what, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/**
 * A test runner that leaves a report; one that dies without a report, or fails beside its tests, counts as a failure.
 * @template Report
 * @param {string} what
 * @param {string} report
 * @param {(report: Report) => Count} count
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Count}
 */
function suite(what, report, count, args, environment) {
  const file = path.join(results, report);
  rmSync(file, { force: true });
  const success = succeeds(what, args, environment);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { passed, failed } = count(JSON.parse(readFileSync(file, "utf8")));
  return { passed, failed: success ? failed : Math.max(failed, 1) };
}

setUp();
const chromium = findChromium();
const servers = findServers();

const counts = [
  check("lint and format (biome)", [
    bin("@biomejs/biome/bin/biome"),
    "check",
    "--error-on-warnings",
    ".",
  ]),
  check("content and types of documents", ["lib/commands/run.mjs", "lib/commands/content.ts"]),
  check("layers (dependency-cruiser)", [
    bin("dependency-cruiser/bin/dependency-cruise.mjs"),
    ...[
      "--config",
      ".dependency-cruiser.mjs",
      "app",
      "components",
      "lib",
      "contentlayer.config.ts",
      "instrumentation-client.ts",
      "instrumentation.ts",
    ],
  ]),
  check("types of routes", [bin("next/dist/bin/next"), "typegen"]),
  check("types (tsc)", [bin("typescript/bin/tsc"), "--noEmit"]),
  suite(
    "unit tests (vitest)",
    "unit.json",
    (
      /** @type {{ numPassedTests: number, numFailedTests: number }} */ {
        numPassedTests,
        numFailedTests,
      },
    ) => ({ passed: numPassedTests, failed: numFailedTests }),
    [
      bin("vitest/vitest.mjs"),
      ...[
        "run",
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${path.join(results, "unit.json")}`,
      ],
    ],
  ),
  ...["reader", "moderator", "operator", "security", "servers"].map((stories) =>
    suite(
      `end-to-end tests: e2e/${stories} (playwright, production build)`,
      `${stories}.json`,
      (
        /** @type {{ stats: { expected: number, flaky: number, unexpected: number } }} */ { stats },
      ) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
      [bin("playwright/cli.js"), "test", "--config", `e2e/${stories}/playwright.config.ts`],
      {
        CHROMIUM_PATH: chromium,
        ...servers,
        PLAYWRIGHT_JSON_OUTPUT_NAME: path.join(results, `${stories}.json`),
      },
    ),
  ),
];

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
