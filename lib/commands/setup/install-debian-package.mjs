import { spawnSync } from "node:child_process";
import { fail, say } from "./setup.mjs";

/**
 * Installs what the tests need, where apt is there.
 * @param {string} name of the Debian package
 * @param {string} remedy what to do where it can't be installed so
 */
export function installDebianPackage(name, remedy) {
  if (spawnSync("apt-get", ["--version"]).status !== 0) {
    fail(`the end-to-end tests need ${name}: ${remedy}`);
  }
  refreshLists();
  if (!tryToInstall(name)) fail(`could not install ${name}; the lines above say why; ${remedy}`);
}

/** Whether apt, as it is now, could install a package. */
export function isKnownPackage(/** @type {string} */ name) {
  const { status, stdout } = spawnSync("apt-cache", ["policy", name], { encoding: "utf8" });
  return status === 0 && /^ {2}Candidate: (?!\(none\))/m.test(stdout);
}

/**
 * @param {string} name
 * @returns whether it is there now
 */
export function tryToInstall(name) {
  say(`installing ${name} (apt-get) …`);
  return apt("install", "-y", "-qq", "--no-install-recommends", name);
}

/** Machines that were made from an image have none, or old ones. */
export const refreshLists = () => apt("update", "-qq");

/** @param {string[]} args */
function apt(...args) {
  const [command = "", ...rest] = [
    ...(process.getuid?.() === 0 ? [] : ["sudo", "-n"]),
    "apt-get",
    ...args,
  ];
  const { status } = spawnSync(command, rest, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}
