import { createHash } from "node:crypto";
import type { Client } from "@libsql/client";
import type { BodyDictionary } from "@/lib/store/body-codec";

/** Room for a dictionary: deflate looks back 32 KB, and a little of that it needs for itself. */
const maxBytes = 32 * 1024 - 512;

/** Of one body; its beginning and end, where an outlet repeats itself most. */
const bytesOfBody = 512;

/** Bodies that fill a dictionary. */
export const dictionarySampleSize = Math.floor(maxBytes / bytesOfBody);

/** The dictionary that new bodies are packed with, if the store has one. */
export async function findBodyDictionary(client: Client): Promise<BodyDictionary | undefined> {
  const { rows } = await client.execute("SELECT key, bytes FROM dictionaries LIMIT 1");
  const [row] = rows;
  return row && { key: Number(row.key), bytes: new Uint8Array(row.bytes as ArrayBuffer) };
}

/** Makes a dictionary of some bodies and keeps it in the store. */
export async function createBodyDictionary(
  client: Client,
  bodies: readonly string[],
): Promise<BodyDictionary> {
  const bytes = Buffer.concat(bodies.map(extract)).subarray(0, maxBytes);
  // 48 bits, a safe integer.
  const key = createHash("sha256").update(bytes).digest().readUIntBE(0, 6);
  await client.execute({ sql: "INSERT INTO dictionaries VALUES (?, ?)", args: [key, bytes] });
  return { key, bytes };
}

function extract(html: string): Buffer {
  const bytes = Buffer.from(html);
  if (bytes.length <= bytesOfBody) return bytes;
  const atEnd = bytesOfBody / 4;
  return Buffer.concat([bytes.subarray(0, bytesOfBody - atEnd), bytes.subarray(-atEnd)]);
}

/** Read once for each connection. */
const dictionaries = new WeakMap<Client, Map<number, Uint8Array>>();

/** The dictionary of a packed body, by the key in its row. */
export async function readBodyDictionary(
  client: Client,
  key: number,
): Promise<Pick<BodyDictionary, "bytes">> {
  const known = dictionaries.get(client) ?? new Map<number, Uint8Array>();
  dictionaries.set(client, known);
  let bytes = known.get(key);
  if (!bytes) {
    const { rows } = await client.execute({
      sql: "SELECT bytes FROM dictionaries WHERE key = ?",
      args: [key],
    });
    if (!rows[0]) throw new Error(`the content store lacks dictionary ${key} of its bodies`);
    bytes = new Uint8Array(rows[0].bytes as ArrayBuffer);
    known.set(key, bytes);
  }
  return { bytes };
}
