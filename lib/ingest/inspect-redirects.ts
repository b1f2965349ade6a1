import type { Position } from "@/lib/content/front-matter-yaml";
import { pathOfAddress } from "@/lib/content/path-of-address";
import type { Inspector } from "@/lib/ingest/inspection";
import type { SiteAddresses } from "@/lib/ingest/site-addresses";
import type { Problem } from "@/lib/problem";
import { addressKey } from "@/lib/site/address-key";

/** An old address that a post names. */
interface Redirect {
  path: string;
  address: string;
  at: Position;
}

/** Old addresses (`permalink`, `aliases`) that can't redirect: a page stands there, or another post names the same. */
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
        const key = addressKey(pathOfAddress(address));
        const page = addresses.findHolder(pathOfAddress(address)) ?? holders.get(key);
        holders.set(key, holders.get(key) ?? path);
        if (page === undefined || page === path) continue;
        problems.push({
          path,
          ...at,
          severity: "warning",
          message: `the old address \`${address}\` is that of ${page}, and can't lead here`,
          remedy: "keep it in one of the two",
        });
      }
      return problems;
    },
  };
}
