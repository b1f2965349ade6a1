import { existsSync } from "node:fs";
import { installDebianPackage } from "./install-debian-package.mjs";
import { fail } from "./setup.mjs";

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
  installDebianPackage(
    "chromium",
    "install it yourself, or set CHROMIUM_PATH to a browser built from it",
  );
  const installed = places.find((place) => existsSync(place));
  if (!installed)
    fail("apt-get has installed Chromium, but it is not where it was expected; set CHROMIUM_PATH");
  return installed ?? "";
}
