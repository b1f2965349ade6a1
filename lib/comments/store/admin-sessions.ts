import type { Client } from "@libsql/client";

/** A moderator who is logged in. */
interface StoredSession {
  /** What they call themselves. */
  actor: string;
}

/** Keeps a session, with its line in the audit log, and forgets those that are over. Times in milliseconds. */
export async function createSession(
  client: Client,
  { tokenHash, actor }: { tokenHash: string; actor: string },
  { now, expiresAt }: { now: number; expiresAt: number },
): Promise<void> {
  await client.batch(
    [
      { sql: "DELETE FROM admin_sessions WHERE expires_at <= ?", args: [now] },
      {
        sql: "INSERT INTO admin_sessions (token_hash, created_at, expires_at, actor) VALUES (?, ?, ?, ?)",
        args: [tokenHash, now, expiresAt, actor],
      },
      {
        sql: "INSERT INTO audit_log (at, actor, action) VALUES (?, ?, 'log-in')",
        args: [now, actor],
      },
    ],
    "write",
  );
}

export async function findSession(
  client: Client,
  tokenHash: string,
  now: number,
): Promise<StoredSession | undefined> {
  const { rows } = await client.execute({
    sql: "SELECT actor FROM admin_sessions WHERE token_hash = ? AND expires_at > ?",
    args: [tokenHash, now],
  });
  return rows[0] && { actor: String(rows[0].actor) };
}

export async function deleteSession(client: Client, tokenHash: string): Promise<void> {
  await client.execute({
    sql: "DELETE FROM admin_sessions WHERE token_hash = ?",
    args: [tokenHash],
  });
}
