import { defineConfig } from "playwright/test";
import { browser } from "../browser";
import { clientAddressHeader, password } from "./desk.ts";

/** An address and a database of comments of their own, so that readers' stories can be told at the same time. */
const port = 3104;
const comments = ".masthead/comments-moderator.db";
const url = `http://localhost:${port}`;

/** Stories of moderators, and of those who would like to be: the sample publication, with comments that wait. */
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
      COMMENTS_DATABASE_URL: `file:${comments}`,
      COMMENTS_PROVIDER: "builtin",
      COMMENTS_MODERATION: "all",
      COMMENTS_ADDRESS_LIMIT: "off",
      COMMENTS_THREAD_LIMIT: "off",
      ADMIN_PASSWORD: password,
      // Each story comes from an address of its own, or one that guesses would lock out the others.
      CLIENT_ADDRESS_HEADER: clientAddressHeader,
    },
  },
});
