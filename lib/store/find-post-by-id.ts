import type { Client } from "@libsql/client";
import type { PostOfThread } from "@/lib/comments/post-of-thread";
import type { Language } from "@/lib/site/site-settings";

/** A public post by its id, as far as its comments have to know it. */
export async function findPostById(client: Client, id: string): Promise<PostOfThread | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT id, slug, title, lang, date, comments FROM posts
      WHERE id = ? AND public = 1 AND slug IS NOT NULL`,
    args: [id],
  });
  const [row] = rows;
  return (
    row && {
      id: String(row.id),
      slug: String(row.slug),
      title: String(row.title),
      lang: String(row.lang) as Language,
      date: new Date(Number(row.date)).toISOString(),
      comments: row.comments === 1,
    }
  );
}
