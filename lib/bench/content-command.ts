import { z } from "zod";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import type { Resources } from "@/lib/bench/resources";
import { type Measured, runMeasured } from "@/lib/bench/run-measured";

/** The summary line of `npm run content -- --json`. */
const summarySchema = z.object({
  files: z.number(),
  compiled: z.number(),
  unchanged: z.number(),
  deleted: z.number(),
  problems: z.number(),
  ms: z.number(),
  peakRssMb: z.number(),
});

export type ContentSummary = z.infer<typeof summarySchema>;

/** A content folder and its store, as operators name them. */
export interface Site {
  contentDirectory: string;
  databaseUrl: string;
}

/** The environment of a command that works on a site of its own, whatever the operator of this machine has set. */
export const siteEnvironment = ({
  contentDirectory,
  databaseUrl,
}: Site): Record<string, string> => ({
  CONTENT_DIR: contentDirectory,
  CONTENT_DATABASE_URL: databaseUrl,
  CONTENT_DATABASE_AUTH_TOKEN: "",
});

/**
 * Runs `npm run content` from start to end.
 * @throws BenchmarkError with its output where it fails
 */
export async function runContent(
  root: string,
  site: Site,
  resources: Resources,
): Promise<{ measured: Measured; summary: ContentSummary }> {
  const measured = await runMeasured(
    {
      command: "npm",
      args: ["run", "--silent", "content", "--", "--json"],
      cwd: root,
      env: siteEnvironment(site),
    },
    resources,
  );
  const last = measured.output.findLast(({ text }) => text.startsWith("{"));
  if (measured.status !== 0 || !last) {
    const lines = measured.output.slice(-20).map(({ text }) => text);
    throw new BenchmarkError(`npm run content has failed:\n${lines.join("\n")}`);
  }
  return { measured, summary: summarySchema.parse(JSON.parse(last.text)) };
}
