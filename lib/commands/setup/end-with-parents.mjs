import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** How soon a command notices, in milliseconds. */
const interval = 400;

/** Looked up while they are surely there: at once. */
const parent = process.ppid;
const grandparent = parentOf(parent);

/**
 * Calls `stop` when a process that started this one is gone. npm hands a signal to the shell that it started, which
 * dies and tells nobody: without this, a stopped `npm start` would leave its server behind, and the next one would find
 * the port taken by a site of another state. A command that wasn't started by npm may outlive its shell.
 * @param {() => void} stop
 */
export function endWithParents(stop) {
  if (!process.env.npm_lifecycle_event) return;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(grandparent)) return;
    clearInterval(timer);
    stop();
  }, interval);
  timer.unref();
}

/** @param {number} pid */
function parentOf(pid) {
  const stat = `/proc/${pid}/stat`;
  // To ask `ps` takes as long as all else that a command does before it begins.
  if (existsSync(stat))
    return Number(/\) \S (\d+)/.exec(readFileSync(stat, "utf8"))?.[1]) || undefined;
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" });
  return Number.parseInt(stdout ?? "", 10) || undefined;
}

/** @param {number | undefined} pid one that isn't known counts as alive */
function isAlive(pid) {
  if (pid === undefined) return true;
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // It is there, but another user's.
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
