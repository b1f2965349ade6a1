import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fingerprintSources } from "@/lib/commands/build/fingerprint-sources";

/** All that `next build` reads, but for what pages are made with: that is looked at when the server starts. */
const sources = [
  "app",
  "components",
  "lib",
  "contentlayer.config.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "package-lock.json",
  "tsconfig.json",
];

const stampFile = ".next/masthead-build";

interface BuildStamp {
  /** Whether the build in `.next` was made from the same code. */
  isCurrent(): boolean;
  /** Before a build: one that fails half-way must not pass for the last good one. */
  discard(): void;
  /** After a build that succeeded. */
  write(): void;
}

/**
 * Says what a build is made from, so that `npm start` never serves that of other code. What sites of the same code differ
 * in is read when they run (decisions/0015-builds-of-code-alone.md).
 * @param root absolute path of the project
 */
export function stampBuild(root: string): BuildStamp {
  const file = path.join(root, stampFile);
  const stamp = fingerprintSources(root, sources, 64);
  return {
    isCurrent: () => existsSync(file) && readFileSync(file, "utf8") === stamp,
    discard: () => rmSync(file, { force: true }),
    write: () => writeFileSync(file, stamp),
  };
}
