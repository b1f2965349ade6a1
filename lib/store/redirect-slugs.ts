import type { InStatement } from "@libsql/client";
import { addressKey } from "@/lib/site/address-key";
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
