import type { PlaywrightTestConfig } from "playwright/test";
import { findChromium } from "@/lib/commands/setup/find-chromium.mjs";

/**
 * What all stories share. Chromium is the system's, found or installed. Its talks with its maker's servers are turned off.
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
      executablePath: findChromium(),
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
