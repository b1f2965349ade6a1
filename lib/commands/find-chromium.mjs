import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fail, run, say } from "./setup.mjs";

/** Where systems keep Chromium or a browser built from it. */
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for the end-to-end tests: the one that `CHROMIUM_PATH` names, the system's, or Debian's, which is
 * installed where apt is there. Playwright's own download isn't used: it fails behind many firewalls.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) fail(`CHROMIUM_PATH names ${named}, which is not there`);
    return named;
  }
  return places.find((place) => existsSync(place)) ?? installChromium();
}

function installChromium() {
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = "", ...rest] = [...sudo, "apt-get", ...args];
    run("install Chromium; install it yourself, or set CHROMIUM_PATH", command, rest, {
      DEBIAN_FRONTEND: "noninteractive",
    });
  };
  if (spawnSync("apt-get", ["--version"]).status !== 0) {
    fail(
      "the end-to-end tests need Chromium: install it, or set CHROMIUM_PATH to a browser built from it",
    );
  }
  say("installing Chromium (apt-get) …");
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
  const installed = places.find((place) => existsSync(place));
  if (!installed)
    fail("apt-get has installed Chromium, but it is not where it was expected; set CHROMIUM_PATH");
  return installed ?? "";
}
