import type { Client, Row } from "@libsql/client";
import type { ThreadComment, ThreadPage } from "@/lib/discussion/comment";

interface ThreadOrder {
  order: "oldest" | "newest";
  /** Comments on a page. */
  pageSize: number;
}

/**
 * Readers see what is visible, and the empty place of what is not where something visible answers it. All paths below a
 * path begin with it and a dot, and \`/\` follows the dot in ASCII.
 */
const isShown = `(c.status = 'visible' OR (c.status IN ('hidden', 'spam', 'deleted', 'held') AND EXISTS (
  SELECT 1 FROM comments AS answer WHERE answer.post_id = c.post_id AND answer.root_id = c.root_id
    AND answer.path > c.path || '.' AND answer.path < c.path || '/' AND answer.status = 'visible')))`;

const directionOf = ({ order }: ThreadOrder) => (order === "newest" ? "DESC" : "ASC");

/** One page of a post's thread; nothing where there is no such page. Page 1 is there even when empty. */
export async function readThreadPage(
  client: Client,
  postId: string,
  page: number,
  order: ThreadOrder,
): Promise<ThreadPage | undefined> {
  const [counts, listed] = await client.batch(
    [
      {
        sql: `SELECT count(*) AS shown, count(*) FILTER (WHERE c.status = 'visible') AS visible
          FROM comments AS c WHERE c.post_id = ? AND ${isShown}`,
        args: [postId],
      },
      {
        sql: `SELECT c.id, c.parent_id, c.depth, c.status, c.name, c.website, c.text, c.created_at, c.edited_at
          FROM comments AS c WHERE c.post_id = ? AND ${isShown}
          ORDER BY c.root_id ${directionOf(order)}, c.path LIMIT ? OFFSET ?`,
        args: [postId, order.pageSize, (page - 1) * order.pageSize],
      },
    ],
    "read",
  );
  const pageCount = Math.max(1, Math.ceil(Number(counts?.rows[0]?.shown ?? 0) / order.pageSize));
  if (page < 1 || page > pageCount) return undefined;
  return {
    comments: (listed?.rows ?? []).map(toThreadComment),
    total: Number(counts?.rows[0]?.visible ?? 0),
    page,
    pageCount,
  };
}

function toThreadComment(row: Row): ThreadComment {
  return {
    id: String(row.id),
    depth: Number(row.depth),
    createdAt: new Date(Number(row.created_at)).toISOString(),
    ...(row.parent_id === null ? {} : { parentId: String(row.parent_id) }),
    ...(row.status === "visible"
      ? {
          content: {
            name: String(row.name),
            text: String(row.text),
            edited: row.edited_at !== null,
            ...(row.website === null ? {} : { website: String(row.website) }),
          },
        }
      : {}),
  };
}

/** Where a comment that readers can see stands: its post, and its page from 1. */
export async function findCommentPlace(
  client: Client,
  id: string,
  order: ThreadOrder,
): Promise<{ postId: string; page: number } | undefined> {
  const sooner = order.order === "newest" ? ">" : "<";
  const { rows } = await client.execute({
    sql: `SELECT this.post_id, (SELECT count(*) FROM comments AS c WHERE c.post_id = this.post_id AND ${isShown}
        AND (c.root_id ${sooner} this.root_id OR (c.root_id = this.root_id AND c.path < this.path))) AS before
      FROM comments AS this WHERE this.id = ? AND this.status = 'visible'`,
    args: [id],
  });
  const [row] = rows;
  return (
    row && {
      postId: String(row.post_id),
      page: Math.floor(Number(row.before) / order.pageSize) + 1,
    }
  );
}

/** Visible comments of each of the posts that have any. */
export async function countVisibleComments(
  client: Client,
  postIds: readonly string[],
): Promise<Record<string, number>> {
  const { rows } = await client.execute({
    sql: `SELECT post_id, count(*) AS count FROM comments
      WHERE status = 'visible' AND post_id IN (SELECT value FROM json_each(?)) GROUP BY post_id`,
    args: [JSON.stringify(postIds)],
  });
  return Object.fromEntries(rows.map(({ post_id, count }) => [String(post_id), Number(count)]));
}

export async function isThreadClosed(client: Client, postId: string): Promise<boolean> {
  const { rows } = await client.execute({
    sql: "SELECT 1 FROM closed_threads WHERE post_id = ?",
    args: [postId],
  });
  return rows.length > 0;
}
