import { defineConfig } from "playwright/test";

/** Port of the site under test, beside one that may be running on 3000. */
const port = Number(process.env.E2E_PORT ?? 3100);

/**
 * The stories run against the production build, served by `npm start` as an operator would. Chromium is the system's:
 * `npm test` finds or installs it and says where it is.
 */
export default defineConfig({
  testDir: ".",
  outputDir: "results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  reporter: [["list"], ["json", { outputFile: "results/report.json" }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: "zh-CN",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
    trace: "retain-on-failure",
  },
  webServer: {
    command: "npm start",
    cwd: "..",
    url: `http://localhost:${port}/`,
    timeout: 300_000,
    env: { PORT: String(port), SITE_URL: `http://localhost:${port}` },
    stdout: "pipe",
  },
});
