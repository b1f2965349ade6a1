import type { Client, InStatement } from "@libsql/client";
import { addressKey } from "@/lib/site/address-key";
import { each } from "@/lib/store/removal-statements";
import { postUrl } from "@/lib/urls";

/** Has the addresses that posts had, by their slugs, lead to them wherever they are; one that has a way already keeps it. */
export function redirectSlugs(posts: readonly { id: string; slug: string }[]): InStatement[] {
  if (posts.length === 0) return [];
  const old = posts.map(({ id, slug }) => ({ id, address: addressKey(postUrl(slug)) }));
  return [
    {
      sql: `INSERT OR IGNORE INTO redirects SELECT value ->> 'address', value ->> 'id', 0 FROM json_each(?)`,
      args: [JSON.stringify(old)],
    },
  ];
}

/**
 * A file that is broken or gone now may come back under another title: then its post is to be found at the addresses that
 * it had, as if it had been there all the time. Until then they lead nowhere.
 */
export async function keepAddresses(
  client: Client,
  paths: readonly string[],
): Promise<InStatement[]> {
  if (paths.length === 0) return [];
  const { rows } = await client.execute({
    sql: `SELECT id, slug FROM posts WHERE slug IS NOT NULL AND path IN ${each}`,
    args: [JSON.stringify(paths)],
  });
  return redirectSlugs(rows.map(({ id, slug }) => ({ id: String(id), slug: String(slug) })));
}
