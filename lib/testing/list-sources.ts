import { readdirSync } from "node:fs";
import path from "node:path";

/** Every source of the site but for its tests, by its path from the root of the project. */
export const listSources = (): string[] => [
  "instrumentation.ts",
  ...["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /(?<!\.test)\.(?:tsx?|mjs)$/.test(file))
      .map((file) => path.posix.join(folder, file)),
  ),
];
