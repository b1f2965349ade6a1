import type { Client } from "@libsql/client";

/** Failed logins that are borne since an instant in milliseconds: of one visitor, and of all together. */
interface AttemptLimits {
  since: number;
  ofVisitor: number;
  ofAll: number;
}

/**
 * Counts a try to log in before its password is looked at, so that a hundred at once are not a hundred guesses. One
 * statement decides, for all servers.
 * @param visitor the names under which this visitor may have been counted before, newest first
 * @returns whether the password may be looked at
 */
export async function recordAttempt(
  client: Client,
  visitor: readonly [string, ...string[]],
  { since, ofVisitor, ofAll }: AttemptLimits,
  now: number,
): Promise<boolean> {
  const [, inserted] = await client.batch(
    [
      { sql: "DELETE FROM login_attempts WHERE at <= ?", args: [since] },
      {
        sql: `INSERT INTO login_attempts (address_hash, at) SELECT :name, :now
          WHERE (SELECT count(*) FROM login_attempts
              WHERE at > :since AND address_hash IN (SELECT value FROM json_each(:names))) < :ofVisitor
            AND (SELECT count(*) FROM login_attempts WHERE at > :since) < :ofAll`,
        args: { name: visitor[0], names: JSON.stringify(visitor), now, since, ofVisitor, ofAll },
      },
    ],
    "write",
  );
  return inserted?.rowsAffected === 1;
}

/** Who got in has not failed. */
export async function forgetAttempts(client: Client, visitor: readonly string[]): Promise<void> {
  await client.execute({
    sql: "DELETE FROM login_attempts WHERE address_hash IN (SELECT value FROM json_each(?))",
    args: [JSON.stringify(visitor)],
  });
}
