import type { Client, InStatement } from "@libsql/client";

const noticeEvents = ["comment.held", "comment.visible"] as const;

export type NoticeEvent = (typeof noticeEvents)[number];

/** What the outside world is still to be told. */
export interface Notice {
  id: number;
  event: NoticeEvent;
  commentId: string;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
  /** Tries so far, this one among them. */
  attempts: number;
}

/** Waits before the second, third, … try, in milliseconds; after the last there is none. */
export const noticeWaits: readonly number[] = [10_000, 60_000, 600_000, 3_600_000];

/** A statement for the batch that stores comments: of those that are there by then, each is told of. */
export const announceStored = (ids: readonly string[], now: number): InStatement => ({
  sql: `INSERT INTO outbox (event, comment_id, created_at, next_at)
    SELECT 'comment.' || status, id, :now, :now FROM comments
    WHERE id IN (SELECT value FROM json_each(:ids)) AND status IN ('held', 'visible')`,
  args: { ids: JSON.stringify(ids), now },
});

/**
 * Takes what is due, and sets down when it will be due again: whoever takes it may die. Of several servers one gets each.
 * @param now milliseconds
 */
export async function claimNotices(client: Client, now: number, most: number): Promise<Notice[]> {
  const waits = noticeWaits.map((wait, attempts) => `WHEN ${attempts} THEN ${wait}`).join(" ");
  const { rows } = await client.execute({
    sql: `UPDATE outbox SET attempts = attempts + 1,
        next_at = :now + CASE attempts ${waits} ELSE ${noticeWaits.at(-1)} END
      WHERE id IN (SELECT id FROM outbox WHERE next_at <= :now ORDER BY next_at, id LIMIT :most)
      RETURNING id, event, comment_id, created_at, attempts`,
    args: { now, most },
  });
  const notices = rows.map((row) => ({
    id: Number(row.id),
    event: toEvent(row.event),
    commentId: String(row.comment_id),
    createdAt: new Date(Number(row.created_at)).toISOString(),
    attempts: Number(row.attempts),
  }));
  return notices.toSorted((a, b) => a.id - b.id);
}

/** What was told, or will not be tried any more. */
export async function deleteNotice(client: Client, id: number): Promise<void> {
  await client.execute({ sql: "DELETE FROM outbox WHERE id = ?", args: [id] });
}

/** When the next notice is due, in milliseconds; nothing where all has been told. */
export async function findNextNotice(client: Client): Promise<number | undefined> {
  const { rows } = await client.execute("SELECT min(next_at) AS next FROM outbox");
  const next = rows[0]?.next;
  return typeof next === "number" ? next : undefined;
}

function toEvent(value: unknown): NoticeEvent {
  const event = noticeEvents.find((known) => known === value);
  if (!event) throw new Error(`the comments' database holds an unknown event: ${value}`);
  return event;
}
