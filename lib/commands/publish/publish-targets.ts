import type { RunningSite } from "@/lib/commands/site/running-sites";
import type { Environment } from "@/lib/environment";

/** A site that is to be refreshed, and the secret that opens its door. */
export interface PublishTarget {
  site: string;
  secret: string;
}

const addressOf = ({ host = "localhost", port }: RunningSite): string => `http://${host}:${port}`;

/** Other names of this machine mean the same. */
function localAddress(site: string): string {
  const { hostname, port } = new URL(site);
  return /^(?:127(?:\.\d+){3}|\[::1\])$/.test(hostname) ? `http://localhost:${port}` : site;
}

/**
 * The sites to refresh: those that are named, else those that run on this machine, else the one at the public address.
 * @returns an error where the secret of one isn't known
 */
export function findTargets(
  named: readonly string[],
  running: readonly RunningSite[],
  { siteUrl, revalidateSecret }: Pick<Environment, "siteUrl" | "revalidateSecret">,
): { ok: true; targets: PublishTarget[] } | { ok: false; error: string } {
  const here = new Map(running.map((site) => [addressOf(site), site.secret]));
  const sites = named.length > 0 ? named : here.size > 0 ? [...here.keys()] : [siteUrl];
  const targets: PublishTarget[] = [];
  for (const site of sites) {
    const secret = here.get(localAddress(site)) ?? revalidateSecret;
    if (secret === undefined) {
      return {
        ok: false,
        error: `no site is running here, and the secret of ${site} isn't known: start the site (npm start), or set REVALIDATE_SECRET to what the site has`,
      };
    }
    targets.push({ site, secret });
  }
  return { ok: true, targets };
}
