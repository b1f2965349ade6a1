import { defineConfig } from "playwright/test";
import { browser } from "../browser";

/** Operators' and editors' stories: they start sites themselves, from one build and each at an address of its own. */
export default defineConfig(browser, {
  testDir: ".",
  workers: 2,
  timeout: 240_000,
  reporter: [["list"], ["json"]],
});
