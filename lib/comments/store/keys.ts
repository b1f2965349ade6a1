import { randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";

const day = 86_400_000;

/**
 * Keys that all servers share, a new one for each stretch of time. A key that is gone takes its use along: what it signed
 * is no longer believed, and hashes made with it can't be matched with an address any more, not even by us.
 */
export const keyPurposes = {
  /** Hashes of addresses: for rate limits and blocks. */
  address: { milliseconds: 7 * day, kept: 13 },
  /** Signatures of cookies and tokens. */
  signing: { milliseconds: 30 * day, kept: 3 },
} as const;

export type KeyPurpose = keyof typeof keyPurposes;

export interface Key {
  /** Number of the stretch of time that it was made for. */
  period: number;
  value: Buffer;
}

/** The key of now and those before it that are still kept, newest first. @param now milliseconds */
export async function readKeys(client: Client, purpose: KeyPurpose, now: number): Promise<Key[]> {
  const { milliseconds, kept } = keyPurposes[purpose];
  const period = Math.floor(now / milliseconds);
  const oldest = period - kept + 1;
  const select = {
    sql: "SELECT period, value FROM keys WHERE purpose = ? AND period BETWEEN ? AND ? ORDER BY period DESC",
    args: [purpose, oldest, period],
  };
  let { rows } = await client.execute(select);
  if (rows[0]?.period !== period) {
    // Two servers may both be the first in a new stretch: the first one's key counts.
    await client.batch(
      [
        {
          sql: "INSERT OR IGNORE INTO keys (purpose, period, value) VALUES (?, ?, ?)",
          args: [purpose, period, randomBytes(32).toString("base64url")],
        },
        { sql: "DELETE FROM keys WHERE purpose = ? AND period < ?", args: [purpose, oldest] },
        ...(purpose === "address" ? forgetAddressesBefore(oldest) : []),
      ],
      "write",
    );
    ({ rows } = await client.execute(select));
  }
  return rows.map((row) => ({
    period: Number(row.period),
    value: Buffer.from(String(row.value), "base64url"),
  }));
}

/** Hashes begin with the period of their key and a dot. */
const forgetAddressesBefore = (oldest: number) => [
  {
    sql: `UPDATE comments SET address_hash = NULL
      WHERE address_hash IS NOT NULL AND CAST(address_hash AS INTEGER) < ?`,
    args: [oldest],
  },
  {
    sql: "DELETE FROM blocks WHERE kind = 'address' AND CAST(value AS INTEGER) < ?",
    args: [oldest],
  },
  { sql: "DELETE FROM login_attempts WHERE CAST(address_hash AS INTEGER) < ?", args: [oldest] },
];
