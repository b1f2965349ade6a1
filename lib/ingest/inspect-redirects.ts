import type { Position } from "@/lib/content/front-matter-yaml";
import { pathOfAddress } from "@/lib/content/path-of-address";
import type { Inspector } from "@/lib/ingest/inspection";
import type { SiteAddresses } from "@/lib/ingest/site-addresses";
import type { Problem } from "@/lib/problem";
import { addressKey, plainPath } from "@/lib/site/address-key";

/** An old address that a post names. */
interface Redirect {
  path: string;
  address: string;
  at: Position;
}

/**
 * Old addresses (`permalink`, `aliases`) that can't redirect: a page stands there, another post names the same, or it is none
 * that the site could tell from others.
 */
export function createRedirectInspector(addresses: SiteAddresses): Inspector {
  const redirects: Redirect[] = [];
  return {
    see({ path, source, positions }) {
      if (source.type !== "Post") return;
      const { permalink, aliases } = source.fields;
      const add = (address: string, field: string) =>
        redirects.push({ path, address, at: positions.get(field) ?? { line: 1, column: 1 } });
      if (typeof permalink === "string") add(permalink, "permalink");
      for (const alias of Array.isArray(aliases) ? aliases : []) add(alias, "aliases");
    },
    conclude() {
      const holders = new Map<number, string>();
      const problems: Problem[] = [];
      for (const { path, address, at } of redirects) {
        const warn = (message: string, remedy: string) =>
          problems.push({ path, ...at, severity: "warning", message, remedy });
        const fault = describeUnusable(pathOfAddress(address));
        if (fault) {
          warn(`the old address \`${address}\` ${fault[0]}, and can't lead here`, fault[1]);
          continue;
        }
        const key = addressKey(pathOfAddress(address));
        const page = addresses.findHolder(pathOfAddress(address)) ?? holders.get(key);
        holders.set(key, holders.get(key) ?? path);
        if (page === undefined || page === path) continue;
        warn(
          `the old address \`${address}\` is that of ${page}, and can't lead here`,
          "keep it in one of the two",
        );
      }
      return problems;
    },
  };
}

/** Why no reader can come by an address, whatever else is there, and what helps. */
function describeUnusable(address: string): [fault: string, remedy: string] | undefined {
  if (plainPath(address) === "" && !/^\/*(?:index\/*)?$/.test(address)) {
    return [
      "has nothing that tells it from others",
      "write the path that the post had, or take it out",
    ];
  }
  const mark = /[?#]/.exec(address)?.[0];
  if (mark === undefined) return undefined;
  const remedy = "have the server in front of the site send it here, or take it out";
  return [
    `is told from others by what stands behind \`${mark}\`, where the site doesn't look`,
    remedy,
  ];
}
