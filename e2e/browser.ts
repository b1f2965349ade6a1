import { existsSync } from "node:fs";
import type { PlaywrightTestConfig } from "playwright/test";

/** Where Debian keeps it, for stories that somebody starts by hand. */
const places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/**
 * What all stories share. Chromium is the system's: `npm test` finds or installs it and says where it is. Its talks
 * with its maker's servers are turned off.
 */
export const browser: PlaywrightTestConfig = {
  outputDir: "../results/traces",
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  // Machines are shared: what failed is tried once more, and the end of `npm test` names it.
  retries: 1,
  use: {
    locale: "zh-CN",
    // To record one for every test took a third of their time.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? places.find((place) => existsSync(place)) ?? "",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
};
