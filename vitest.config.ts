import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: "contentlayer/generated", replacement: `${root}.contentlayer/generated/index.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    include: ["{app,components,lib}/**/*.test.{ts,tsx}"],
    // A guard against what hangs, not a measure: machines are shared.
    testTimeout: 30_000,
  },
});
