import { existsSync } from "node:fs";
import {
  installDebianPackage,
  isKnownPackage,
  refreshLists,
  tryToInstall,
} from "./install-debian-package.mjs";
import { fail } from "./setup.mjs";

/**
 * Chromium without its windows, which is Playwright's own choice: the same pages in the same engine, for a third of the
 * processor time of a browser that nobody looks at.
 */
const headless = { file: "/usr/bin/chromium-headless-shell", package: "chromium-headless-shell" };

/** Where systems keep Chromium or a browser built from it, the one that takes least first. */
const places = [
  headless.file,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const findPresent = () => places.find((place) => existsSync(place));

/**
 * The browser for the end-to-end tests: the one that `CHROMIUM_PATH` names, or the system's. Where it has none, or a whole
 * one alone, Debian's headless one is installed where apt knows it. Playwright's own download isn't used: it fails behind
 * many firewalls.
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) fail(`CHROMIUM_PATH names ${named}, which is not there`);
    return named;
  }
  const present = findPresent();
  if (present === headless.file) return present;
  if (present === undefined) refreshLists();
  if (isKnownPackage(headless.package) && tryToInstall(headless.package)) return headless.file;
  return present ?? installChromium();
}

function installChromium() {
  installDebianPackage(
    "chromium",
    "install it yourself, or set CHROMIUM_PATH to a browser built from it",
  );
  const installed = findPresent();
  if (!installed)
    fail("apt-get has installed Chromium, but it is not where it was expected; set CHROMIUM_PATH");
  return installed ?? "";
}
