import type { Client, InStatement } from "@libsql/client";
import { wipeComments } from "@/lib/comments/store/change-comments";
import { toStatus } from "@/lib/comments/store/read-comments";
import type { CommentStatus } from "@/lib/discussion/comment";

/** A comment as a moderator saw it: by its version, nobody lets through what they have not read. */
export interface Seen {
  id: string;
  version: number;
}

interface StatusAct {
  status: CommentStatus;
  /** What the audit log calls it. */
  action: string;
  actor: string;
  /** Whether the outside world is told of what becomes visible. */
  isAnnounced: boolean;
}

interface ActedOn {
  id: string;
  postId: string;
  /** Before the act. */
  status: CommentStatus;
}

const idOfSeen = "id IN (SELECT value ->> 'id' FROM json_each(:seen))";

const asSeen =
  "(id, version) IN (SELECT value ->> 'id', value ->> 'version' FROM json_each(:seen))";

/**
 * Sets comments to a status, each with its line in the audit log, in one transaction. Those that are deleted, that are so
 * already, or that were changed since they were seen stay as they are; what goes for good may have been changed.
 * @param now milliseconds
 * @returns those that were changed
 */
export async function moderateComments(
  client: Client,
  seen: readonly Seen[],
  { status, action, actor, isAnnounced }: StatusAct,
  now: number,
): Promise<ActedOn[]> {
  const which = `${idOfSeen} ${status === "deleted" ? "" : `AND ${asSeen}`}
    AND status NOT IN ('deleted', :status)`;
  const args = { seen: JSON.stringify(seen), status };
  const statements: InStatement[] = [
    { sql: `SELECT id, post_id, status FROM comments WHERE ${which}`, args },
    {
      sql: `INSERT INTO audit_log (at, actor, action, comment_id, detail)
        SELECT :now, :actor, :action, id, status FROM comments WHERE ${which}`,
      args: { ...args, now, actor, action },
    },
  ];
  if (isAnnounced && status === "visible") {
    statements.push({
      sql: `INSERT INTO outbox (event, comment_id, created_at, next_at)
        SELECT 'comment.visible', id, :now, :now FROM comments WHERE ${which}`,
      args: { ...args, now },
    });
  }
  statements.push(
    status === "deleted"
      ? wipeComments(seen.map(({ id }) => id))
      : { sql: `UPDATE comments SET status = :status, version = version + 1 WHERE ${which}`, args },
  );
  const [changed] = await client.batch(statements, "write");
  return (changed?.rows ?? []).map((row) => ({
    id: String(row.id),
    postId: String(row.post_id),
    status: toStatus(row.status),
  }));
}
