import { defineConfig } from "playwright/test";
import { browser } from "../browser";
import { archiveDirectory } from "./archive.ts";

const port = 3103;
const url = `http://localhost:${port}`;

/** Attackers' stories: an archive made of attacks, served by `npm start` from its production build. */
export default defineConfig(browser, {
  testDir: ".",
  fullyParallel: true,
  workers: 2,
  reporter: [["list"], ["json"]],
  use: { baseURL: url },
  webServer: {
    command: "node --import tsx e2e/security/write-archive.ts && npm start",
    cwd: "../..",
    url,
    timeout: 300_000,
    env: {
      PORT: String(port),
      SITE_URL: url,
      CONTENT_DIR: archiveDirectory,
      CONTENT_DATABASE_URL: "",
      COMMENTS_DATABASE_URL: "file:.masthead/comments-security.db",
    },
  },
});
