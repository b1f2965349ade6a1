import { z } from "zod";
import { BenchmarkError } from "@/lib/bench/benchmark-error";

/** `npm run publish` for one site, under the address by which `npm start` has noted it. */
export const publishArguments = (origin: string, ...flags: string[]): string[] => [
  ...["run", "--silent", "publish", "--", "--json"],
  ...["--site", origin.replace("127.0.0.1", "localhost"), ...flags],
];

const reportFormat = z.object({ sites: z.array(z.object({ addresses: z.array(z.string()) })) });

/** The number of pages that changed, from the line that `npm run publish -- --json` prints. */
export function countAddresses(line: string): number {
  const [site] = reportFormat.parse(JSON.parse(line)).sites;
  if (!site) throw new BenchmarkError(`nothing was published: ${line}`);
  return site.addresses.length;
}
