import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { explainNpm } from "./explain-npm.mjs";

/** What every command needs before anything else is there: only Node's own modules may be used here. */

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Oldest Node that Next.js 16 runs on. */
const oldestNode = { major: 20, minor: 9 };

/** What a build leaves when it has succeeded (build/stamp-build.ts). */
const builtFile = ".next/masthead-build";

/** @param {string} message what is wrong, and what to do about it */
export function fail(message) {
  console.error(`\nmasthead: ${message}`);
  process.exit(1);
}

/** @param {string} message */
export const say = (message) => console.log(`masthead: ${message}`);

/**
 * Runs a command to its end, with its output shown; stops with a clear message where it fails.
 * @param {string} what what it does, as in "could not …"
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment] in addition to the current one
 */
export function run(what, command, args, environment = {}) {
  const { status, signal, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  if (error) fail(`could not ${what}: ${error.message}`);
  if (signal) fail(`could not ${what}: stopped by ${signal}`);
  if (status !== 0) fail(`could not ${what} (exit ${status}); the lines above say why`);
}

/**
 * Makes sure that Node is new enough and that exactly the locked packages are installed.
 * @param {{ forTests?: boolean }} [options] whether what only tests need must be there too
 */
export function setUp({ forTests = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < oldestNode.major || (major === oldestNode.major && minor < oldestNode.minor)) {
    fail(
      `Node ${process.versions.node} is too old: install Node ${oldestNode.major}.${oldestNode.minor} or newer from https://nodejs.org`,
    );
  }
  if (packagesAreInstalled(forTests)) return;
  say("installing packages (npm ci); this takes a minute …");
  installPackages();
}

/** A registry that can't be reached is told in seconds, and not after npm's own minute and a half. */
const retries = ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];

function installPackages() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", ...retries];
  const { status, signal, error, stderr } = spawnSync(npm, args, {
    cwd: root,
    stdio: ["inherit", "inherit", "pipe"],
    encoding: "utf8",
  });
  if (status === 0) return;
  const known = explainNpm(stderr ?? "");
  if (known === undefined) process.stderr.write(stderr ?? "");
  const other = signal ? `stopped by ${signal}` : "the lines above say why";
  fail(`could not install the packages: ${error?.message ?? known ?? other}`);
}

/**
 * Whether `node_modules` holds the versions that `package-lock.json` names; packages for other systems may lack.
 * @param {boolean} forTests
 */
function packagesAreInstalled(forTests) {
  const installed = path.join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const present = readPackages(installed);
  // An image leaves out what only a build and tests need, once the site is built.
  const mayLackDev = !forTests && existsSync(path.join(root, builtFile));
  return Object.entries(wanted).every(
    ([name, { version, optional, dev }]) =>
      name === "" ||
      optional ||
      present[name]?.version === version ||
      (mayLackDev && dev && present[name] === undefined),
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, dev?: boolean }>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}
