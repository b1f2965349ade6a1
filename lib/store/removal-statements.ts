import type { InStatement } from "@libsql/client";

/** What is taken out of the tables before something else is written, or because its file is gone. */

/** The values of a JSON list, which stands for any number of bound values. */
export const each = "(SELECT value FROM json_each(?))";

/** Takes posts out of their terms' listings; must come before their rows change. */
export function unlistPosts(paths: readonly string[]): InStatement[] {
  if (paths.length === 0) return [];
  const args = [JSON.stringify(paths)];
  return [
    {
      sql: `INSERT OR IGNORE INTO unsettled SELECT 'term', term.value FROM posts, json_each(posts.terms) AS term
        WHERE posts.path IN ${each}`,
      args,
    },
    {
      sql: `INSERT OR IGNORE INTO unsettled SELECT 'slug', slug_base FROM posts WHERE path IN ${each}`,
      args,
    },
    {
      sql: `INSERT OR IGNORE INTO unsettled SELECT 'month', month FROM posts WHERE path IN ${each}`,
      args,
    },
    {
      sql: `DELETE FROM post_terms WHERE (term_key, public, date, id) IN (
          SELECT term.value, public, date, posts.id FROM posts, json_each(posts.terms) AS term
          WHERE posts.path IN ${each})`,
      args,
    },
  ];
}

/** Bodies and listings with them. */
export function deletePosts(paths: readonly string[]): InStatement[] {
  if (paths.length === 0) return [];
  const args = [JSON.stringify(paths)];
  return [
    ...unlistPosts(paths),
    {
      sql: `DELETE FROM bodies WHERE post_key IN (SELECT key FROM posts WHERE path IN ${each})`,
      args,
    },
    { sql: `DELETE FROM posts WHERE path IN ${each}`, args },
  ];
}

export function deletePagesAndAuthors(paths: readonly string[]): InStatement[] {
  const args = [JSON.stringify(paths)];
  return [
    { sql: `DELETE FROM pages WHERE path IN ${each}`, args },
    { sql: `DELETE FROM authors WHERE path IN ${each}`, args },
  ];
}
