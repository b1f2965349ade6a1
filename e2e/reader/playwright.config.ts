import { defineConfig } from "playwright/test";
import { browser } from "../browser";

/** Beside a site that may be running on 3000. */
const port = 3100;
const comments = ".masthead/comments-e2e.db";
const url = `http://localhost:${port}`;

/** Readers' stories: the sample publication, served by `npm start` from its production build. */
export default defineConfig(browser, {
  testDir: ".",
  fullyParallel: true,
  workers: 2,
  reporter: [["list"], ["json"]],
  use: { baseURL: url },
  webServer: {
    command: `node e2e/forget-comments.mjs ${comments} && npm start`,
    cwd: "../..",
    url,
    timeout: 300_000,
    env: {
      PORT: String(port),
      SITE_URL: url,
      CONTENT_DIR: "content",
      CONTENT_DATABASE_URL: "",
      // Apart from those of a site that may be running.
      COMMENTS_DATABASE_URL: `file:${comments}`,
      COMMENTS_PROVIDER: "builtin",
      COMMENTS_MODERATION: "none",
      COMMENTS_ADDRESS_LIMIT: "off",
      // From 40 on, browsers have to prove work; one story writes so many under a post of its own.
      COMMENTS_THREAD_LIMIT: "100/60",
    },
  },
});
