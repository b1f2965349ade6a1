import type { Client } from "@libsql/client";

/** More posts than this would be no search any more. */
const mostPosts = 200;

/** Ids of posts, drafts among them, whose titles hold the words or whose slug they are; the newest first. */
export async function findPostIdsByTitle(client: Client, words: string): Promise<string[]> {
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
