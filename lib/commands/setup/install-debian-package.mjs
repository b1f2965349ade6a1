import { spawnSync } from "node:child_process";
import { fail, run, say } from "./setup.mjs";

/**
 * Installs what the tests need, where apt is there.
 * @param {string} name of the Debian package
 * @param {string} remedy what to do where it can't be installed so
 */
export function installDebianPackage(name, remedy) {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = "", ...rest] = [...sudo, "apt-get", ...args];
    run(`install ${name}; ${remedy}`, command, rest, { DEBIAN_FRONTEND: "noninteractive" });
  };
  if (spawnSync("apt-get", ["--version"]).status !== 0) {
    fail(`the end-to-end tests need ${name}: ${remedy}`);
  }
  say(`installing ${name} (apt-get) …`);
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", name);
}
