import type { Client } from "@libsql/client";

/** Threads that moderators have closed, the latest first. */
export async function readClosedThreads(
  client: Client,
): Promise<{ postId: string; closedAt: string }[]> {
  const { rows } = await client.execute(
    "SELECT post_id, closed_at FROM closed_threads ORDER BY closed_at DESC, post_id",
  );
  return rows.map((row) => ({
    postId: String(row.post_id),
    closedAt: new Date(Number(row.closed_at)).toISOString(),
  }));
}

/** Closes a thread to comments or opens it again. @returns whether that changed anything */
export async function setThreadClosed(
  client: Client,
  { postId, isClosed, actor }: { postId: string; isClosed: boolean; actor: string },
  now: number,
): Promise<boolean> {
  const isSo = `EXISTS (SELECT 1 FROM closed_threads WHERE post_id = :post)`;
  const [, changed] = await client.batch(
    [
      {
        sql: `INSERT INTO audit_log (at, actor, action, detail)
          SELECT :now, :actor, :action, :post WHERE ${isClosed ? "NOT" : ""} ${isSo}`,
        args: { now, actor, action: isClosed ? "close-thread" : "open-thread", post: postId },
      },
      isClosed
        ? {
            sql: "INSERT OR IGNORE INTO closed_threads (post_id, closed_at) VALUES (?, ?)",
            args: [postId, now],
          }
        : { sql: "DELETE FROM closed_threads WHERE post_id = ?", args: [postId] },
    ],
    "write",
  );
  return changed?.rowsAffected === 1;
}
