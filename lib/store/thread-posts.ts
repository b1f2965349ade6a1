import type { Client } from "@libsql/client";
import type { ThreadPost, ThreadPostName, ThreadPostTrace } from "@/lib/publication";
import { addressKey } from "@/lib/site/address-key";
import { readShown, selectShown } from "@/lib/store/post-rows";
import { postUrl } from "@/lib/urls";

/** More posts than this would be no search any more. */
const mostPosts = 200;

/** The public post of a thread. */
export async function findThreadPost(
  client: Client,
  name: ThreadPostName,
): Promise<ThreadPost | undefined> {
  const [column, value] = "id" in name ? ["id", name.id] : ["slug", name.slug];
  const { rows } = await client.execute({
    sql: `SELECT ${selectShown("listings")} FROM posts
      WHERE ${column} = ? AND public = 1 AND slug IS NOT NULL`,
    args: [value],
  });
  const [row] = rows;
  if (!row) return undefined;
  const { id, slug, title, lang, date, comments } = readShown(row, "listings");
  return { id, slug, title, lang, date, comments };
}

/**
 * The id of the post that a thread from elsewhere belongs to, drafts among them: the post that has the id, the one that has
 * or had the address, or the only one of that title.
 */
export async function findThreadPostId(
  client: Client,
  trace: ThreadPostTrace,
): Promise<string | undefined> {
  const { rows } = await client.execute(buildTraceQuery(trace));
  return rows.length === 1 && rows[0] ? String(rows[0].id) : undefined;
}

function buildTraceQuery(trace: ThreadPostTrace) {
  if ("id" in trace) return { sql: "SELECT id FROM posts WHERE id = ?", args: [trace.id] };
  if ("title" in trace) {
    return { sql: "SELECT id FROM posts WHERE title = ? LIMIT 2", args: [trace.title] };
  }
  const { address } = trace;
  const isPost = address.startsWith(postUrl(""));
  const slug = isPost ? address.slice(postUrl("").length).split(/[/?]/)[0] : "";
  return {
    sql: `SELECT id FROM posts WHERE slug = :slug
      UNION ALL SELECT * FROM (SELECT posts.id FROM redirects JOIN posts ON posts.id = redirects.post_id
        WHERE redirects.address = :address ORDER BY redirects.declared DESC, posts.date, posts.path)
      LIMIT 1`,
    args: { slug: slug || null, address: addressKey(address) },
  };
}

/** Ids of posts, drafts among them, whose titles hold the words or whose slug or id they are; the newest first. */
export async function listThreadPostIds(client: Client, words: string): Promise<string[]> {
  const { rows } = await client.execute({
    sql: `SELECT id FROM posts WHERE title LIKE :words ESCAPE '\\' OR slug = :slug OR id = :slug
      ORDER BY date DESC LIMIT :most`,
    args: {
      words: `%${words.replace(/[\\%_]/g, "\\$&")}%`,
      slug: words.trim(),
      most: mostPosts,
    },
  });
  return rows.map(({ id }) => String(id));
}
