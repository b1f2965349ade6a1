import type { Client, Row } from "@libsql/client";

/** What a moderator did: who, when, what, and to which comment if to one. */
export interface AuditLine {
  id: number;
  /** ISO 8601 instant in UTC. */
  at: string;
  actor: string;
  action: string;
  commentId?: string;
  /** What the action alone doesn't say: the status before, the word that was blocked. */
  detail: string;
}

/** What `toAuditLine` reads. */
export const auditColumns = "id, at, actor, action, comment_id, detail";

export const toAuditLine = (row: Row): AuditLine => ({
  id: Number(row.id),
  at: new Date(Number(row.at)).toISOString(),
  actor: String(row.actor),
  action: String(row.action),
  detail: String(row.detail),
  ...(row.comment_id === null ? {} : { commentId: String(row.comment_id) }),
});

/** One page of the log, newest first. @param page from 1 */
export async function readAuditLog(
  client: Client,
  { commentId, page, pageSize }: { commentId?: string; page: number; pageSize: number },
): Promise<{ lines: AuditLine[]; pageCount: number }> {
  const where = commentId === undefined ? "" : "WHERE comment_id = :comment";
  const comment = commentId === undefined ? {} : { comment: commentId };
  const [counted, listed] = await client.batch(
    [
      { sql: `SELECT count(*) AS count FROM audit_log ${where}`, args: comment },
      {
        sql: `SELECT ${auditColumns} FROM audit_log ${where}
          ORDER BY id DESC LIMIT :size OFFSET :skipped`,
        args: { ...comment, size: pageSize, skipped: (page - 1) * pageSize },
      },
    ],
    "read",
  );
  return {
    pageCount: Math.max(1, Math.ceil(Number(counted?.rows[0]?.count ?? 0) / pageSize)),
    lines: (listed?.rows ?? []).map(toAuditLine),
  };
}
