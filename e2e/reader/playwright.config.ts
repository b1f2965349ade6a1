import { defineConfig } from "playwright/test";
import { browser } from "../browser";
import { commentsFile, environment, url } from "./site.mjs";

/** Readers' stories: the sample publication, served by `npm start` from its production build. */
export default defineConfig(browser, {
  testDir: ".",
  fullyParallel: true,
  workers: 2,
  reporter: [["list"], ["json"]],
  use: { baseURL: url },
  webServer: {
    command: `node e2e/reader/build.mjs && node e2e/forget-comments.mjs ${commentsFile} && npm start`,
    cwd: "../..",
    url,
    timeout: 300_000,
    env: environment,
  },
});
