import { defineConfig } from "playwright/test";

/**
 * Stories of an operator with several servers: real Redis, real libSQL server, two instances of one build. One story
 * makes a build of its own, so they run one after the other. No browser.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "../results/traces",
  forbidOnly: Boolean(process.env.CI),
  workers: 1,
  timeout: 120_000,
  retries: 1,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json"]],
});
