import type { Client } from "@libsql/client";
import { addressKey } from "@/lib/site/address-key";
import { postUrl } from "@/lib/urls";

/** The id of a post as it is written, if there is one; drafts among them. */
export async function findPostId(client: Client, id: string): Promise<string | undefined> {
  const { rows } = await client.execute({ sql: "SELECT id FROM posts WHERE id = ?", args: [id] });
  return rows[0] && String(rows[0].id);
}

/** The id of the post that has or had an address. @param path from the root, perhaps with a query */
export async function findPostIdByAddress(
  client: Client,
  path: string,
): Promise<string | undefined> {
  const slug = path.startsWith(postUrl("")) ? path.slice(postUrl("").length).split(/[/?]/)[0] : "";
  const { rows } = await client.execute({
    sql: `SELECT id FROM posts WHERE slug = :slug
      UNION ALL SELECT * FROM (SELECT posts.id FROM redirects JOIN posts ON posts.id = redirects.post_id
        WHERE redirects.address = :address ORDER BY redirects.declared DESC, posts.date, posts.path)
      LIMIT 1`,
    args: { slug: slug || null, address: addressKey(path) },
  });
  return rows[0] && String(rows[0].id);
}

/** The id of the post with a title, where it is the only one. */
export async function findPostIdByTitle(
  client: Client,
  title: string,
): Promise<string | undefined> {
  const { rows } = await client.execute({
    sql: "SELECT id FROM posts WHERE title = ? LIMIT 2",
    args: [title],
  });
  return rows.length === 1 && rows[0] ? String(rows[0].id) : undefined;
}
