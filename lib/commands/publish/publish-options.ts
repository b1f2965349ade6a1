import { parseArgs } from "node:util";

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

export const usage = "usage: npm run publish -- [--site URL]… [--wait] [--watch] [--pull] [--json]";

/** Reads the arguments of `npm run publish`. */
export function readPublishOptions(
  args: readonly string[],
): { ok: true; options: PublishOptions } | { ok: false; error: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        site: { type: "string", multiple: true, default: [] },
        watch: { type: "boolean", default: false },
        wait: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        pull: { type: "boolean", default: false },
      },
    });
    const { site, ...flags } = values;
    const wrong = site.find((url) => !/^https?:\/\/[^/\s]+/.test(url) || !URL.canParse(url));
    if (wrong !== undefined) {
      return {
        ok: false,
        error: `--site ${wrong} is not an address such as http://localhost:3000`,
      };
    }
    return { ok: true, options: { ...flags, sites: site.map((url) => url.replace(/\/+$/, "")) } };
  } catch (thrown) {
    if (thrown instanceof TypeError) return { ok: false, error: thrown.message };
    throw thrown;
  }
}
