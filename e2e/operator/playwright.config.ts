import { defineConfig } from "playwright/test";
import { browser } from "../browser";

/** Operators' and editors' stories: they start the site themselves, one after the other, since all share `.next`. */
export default defineConfig(browser, {
  testDir: ".",
  workers: 1,
  timeout: 240_000,
  reporter: [["list"], ["json"]],
});
