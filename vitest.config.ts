import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

/** What a test says that changes what other tests of its process would see. */
const changesProcess =
  /\bvi\.(?:mock|doMock|hoisted|stubGlobal|stubEnv|useFakeTimers|resetModules)\(|\bprocess\.(?:env|chdir|emit|on|once)\b|\bprocessSlot\b/;

const tests = ["app", "components", "lib", "deploy"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => path.join(folder, file)),
);
const alone = tests.filter((file) =>
  changesProcess.test(readFileSync(path.join(root, file), "utf8")),
);

export default defineConfig({
  resolve: {
    alias: [
      { find: "contentlayer/generated", replacement: `${root}.contentlayer/generated/index.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    // A guard against what hangs, not a measure: machines are shared.
    testTimeout: 30_000,
    projects: [
      // To import what nearly all use anew for each file took half of the time.
      {
        extends: true,
        test: {
          name: "together",
          include: ["{app,components,lib,deploy}/**/*.test.{ts,tsx}"],
          exclude: alone,
          pool: "threads",
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: alone } },
    ],
  },
});
