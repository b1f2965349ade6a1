import type { Client } from "@libsql/client";

export type BlockKind = "address" | "word";

/** What is kept from being posted (an address) or from being shown unseen (a word). */
export interface Block {
  kind: BlockKind;
  /** The keyed hash of an address, or a word in lower case. */
  value: string;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
}

/** Enough of a hash to tell it from others, and too little to find the address by it; without the number of its key. */
const beginningOf = (hash: string): string => `substr(${hash}, instr(${hash}, '.') + 1, 8)`;

/** Newest first. */
export async function readBlocks(client: Client): Promise<Block[]> {
  const { rows } = await client.execute(
    "SELECT kind, value, created_at FROM blocks ORDER BY created_at DESC, kind, value",
  );
  return rows.map((row) => ({
    kind: row.kind === "address" ? "address" : "word",
    value: String(row.value),
    createdAt: new Date(Number(row.created_at)).toISOString(),
  }));
}

/** @param hashes all that an address has and had */
export async function isAddressBlocked(
  client: Client,
  hashes: readonly string[],
): Promise<boolean> {
  const { rows } = await client.execute({
    sql: "SELECT 1 FROM blocks WHERE kind = 'address' AND value IN (SELECT value FROM json_each(?)) LIMIT 1",
    args: [JSON.stringify(hashes)],
  });
  return rows.length > 0;
}

/** @returns whether it was not blocked before */
export async function createWordBlock(
  client: Client,
  word: string,
  actor: string,
  now: number,
): Promise<boolean> {
  const [, inserted] = await client.batch(
    [
      {
        sql: `INSERT INTO audit_log (at, actor, action, detail) SELECT :now, :actor, 'block-word', :word
          WHERE NOT EXISTS (SELECT 1 FROM blocks WHERE kind = 'word' AND value = :word)`,
        args: { now, actor, word },
      },
      {
        sql: "INSERT OR IGNORE INTO blocks (kind, value, created_at) VALUES ('word', ?, ?)",
        args: [word, now],
      },
    ],
    "write",
  );
  return inserted?.rowsAffected === 1;
}

/**
 * Blocks the addresses that comments came from, as far as they are still known, with a line in the audit log for each
 * comment.
 * @returns how many addresses are blocked now and were not before
 */
export async function blockAddressesOf(
  client: Client,
  ids: readonly string[],
  actor: string,
  now: number,
): Promise<number> {
  const which = `id IN (SELECT value FROM json_each(:ids)) AND address_hash IS NOT NULL
    AND address_hash NOT IN (SELECT value FROM blocks WHERE kind = 'address')`;
  const args = { ids: JSON.stringify(ids), now };
  const [, inserted] = await client.batch(
    [
      {
        sql: `INSERT INTO audit_log (at, actor, action, comment_id, detail)
          SELECT :now, :actor, 'block-address', id, ${beginningOf("address_hash")} FROM comments WHERE ${which}`,
        args: { ...args, actor },
      },
      {
        sql: `INSERT OR IGNORE INTO blocks (kind, value, created_at)
          SELECT DISTINCT 'address', address_hash, :now FROM comments WHERE ${which}`,
        args,
      },
    ],
    "write",
  );
  return inserted?.rowsAffected ?? 0;
}

/** @returns whether it was there */
export async function deleteBlock(
  client: Client,
  { kind, value }: Pick<Block, "kind" | "value">,
  actor: string,
  now: number,
): Promise<boolean> {
  const [, deleted] = await client.batch(
    [
      {
        sql: `INSERT INTO audit_log (at, actor, action, detail) SELECT :now, :actor, 'unblock-' || kind,
            iif(kind = 'address', ${beginningOf("value")}, value)
          FROM blocks WHERE kind = :kind AND value = :value`,
        args: { now, actor, kind, value },
      },
      { sql: "DELETE FROM blocks WHERE kind = ? AND value = ?", args: [kind, value] },
    ],
    "write",
  );
  return deleted?.rowsAffected === 1;
}
