import { z } from "zod";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import type { Site } from "@/lib/bench/content-command";
import { runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";
import { servingEnvironment } from "@/lib/bench/start-site";

/** `npm run publish` for sites, under the addresses by which `npm start` has noted them. */
export const publishArguments = (origins: readonly string[], ...flags: string[]): string[] => [
  ...["run", "--silent", "publish", "--", "--json"],
  ...origins.flatMap((origin) => ["--site", origin.replace("127.0.0.1", "localhost")]),
  ...flags,
];

/**
 * Runs `npm run publish` to its end.
 * @returns the number of pages that changed
 * @throws BenchmarkError with its output where it fails
 */
export async function runPublish(
  site: Site,
  origins: readonly string[],
  { root, resources }: Session,
): Promise<number> {
  const { status, output } = await runMeasured(
    { command: "npm", args: publishArguments(origins), cwd: root, env: servingEnvironment(site) },
    resources,
  );
  const line = output.findLast(({ text }) => text.startsWith("{"))?.text;
  if (status !== 0 || line === undefined) {
    throw new BenchmarkError(
      `npm run publish has failed:\n${output.map(({ text }) => text).join("\n")}`,
    );
  }
  return countAddresses(line);
}

const reportFormat = z.object({ sites: z.array(z.object({ addresses: z.array(z.string()) })) });

/** The number of pages that changed, from the line that `npm run publish -- --json` prints. */
export function countAddresses(line: string): number {
  const [site] = reportFormat.parse(JSON.parse(line)).sites;
  if (!site) throw new BenchmarkError(`nothing was published: ${line}`);
  return site.addresses.length;
}
