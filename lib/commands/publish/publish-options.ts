import { readArguments } from "@/lib/commands/arguments/read-arguments.mjs";
import { UsageError } from "@/lib/commands/arguments/usage-error.mjs";
import { publish } from "@/lib/commands/declarations/content.mjs";
import { printable } from "@/lib/printable.mjs";

export interface PublishOptions {
  /** Addresses of the running sites, without a slash at the end; empty: those that are found. */
  sites: string[];
  /** Publish again whenever files change. */
  watch: boolean;
  /** Come back only when the new pages are really served. */
  wait: boolean;
  /** One line for machines. */
  json: boolean;
  /** First bring the content folder up to date with its Git repository. */
  pull: boolean;
}

/**
 * Reads the arguments of `npm run publish`.
 * @throws UsageError
 */
export function readPublishOptions(args: readonly string[]): PublishOptions {
  const { site, ...flags } = readArguments(publish, args).values;
  const wrong = site.find((url) => !/^https?:\/\/[^/\s]+/.test(url) || !URL.canParse(url));
  if (wrong !== undefined) {
    throw new UsageError(
      `--site ${printable(wrong)} is not an address such as http://localhost:3000`,
      publish,
    );
  }
  return { ...flags, sites: site.map((url) => url.replace(/\/+$/, "")) };
}
