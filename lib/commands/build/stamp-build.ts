import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Environment } from "@/lib/environment";
import { fingerprintSources } from "@/lib/ingest/fingerprint";

/** All that `next build` reads, but for the content: what has changed in that is refreshed when the server starts. */
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
  /** Whether the build in `.next` was made from the same code and environment. */
  isCurrent(): boolean;
  /** Before a build: one that fails half-way must not pass for the last good one. */
  discard(): void;
  /** After a build that succeeded. */
  write(): void;
}

/**
 * Says what a build is made from, so that `npm start` never serves that of another site.
 * @param root absolute path of the project
 */
export function stampBuild(root: string, environment: Environment): BuildStamp {
  const file = path.join(root, stampFile);
  const { siteUrl, contentDatabase, comments, commentsDatabase } = environment;
  const stamp = createHash("sha256")
    .update(
      JSON.stringify([
        fingerprintSources(root, sources, 32),
        siteUrl,
        contentDatabase.url,
        comments.provider,
        commentsDatabase?.url,
      ]),
    )
    .digest("hex");
  return {
    isCurrent: () => existsSync(file) && readFileSync(file, "utf8") === stamp,
    discard: () => rmSync(file, { force: true }),
    write: () => writeFileSync(file, stamp),
  };
}
