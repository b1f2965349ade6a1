import { createHmac, timingSafeEqual } from "node:crypto";
import type { Client } from "@libsql/client";
import { type Key, type KeyPurpose, keyPurposes, readKeys } from "@/lib/comments/store/keys";

/** Keys in memory, by database: they change once in a stretch of time. */
const known = new WeakMap<Client, Map<KeyPurpose, Key[]>>();

/** Keys of a purpose, newest first. @param now milliseconds */
export async function findKeys(client: Client, purpose: KeyPurpose, now: number): Promise<Key[]> {
  const period = Math.floor(now / keyPurposes[purpose].milliseconds);
  const cached = known.get(client)?.get(purpose);
  if (cached?.[0]?.period === period) return cached;
  const keys = await readKeys(client, purpose, now);
  const all = known.get(client) ?? new Map<KeyPurpose, Key[]>();
  known.set(client, all.set(purpose, keys));
  return keys;
}

/** HMAC-SHA-256 in 22 characters of base64url: 128 bits. */
const mac = ({ value }: Key, text: string): string =>
  createHmac("sha256", value).update(text).digest().subarray(0, 16).toString("base64url");

/**
 * The hashes of an address under each key that is kept, newest first: `2918.Xq…`. The first is what is stored; the others
 * find what was stored before. @param now milliseconds
 */
export async function hashAddress(
  client: Client,
  address: string,
  now: number,
): Promise<readonly [string, ...string[]]> {
  const [newest, ...older] = (await findKeys(client, "address", now)).map(
    (key) => `${key.period}.${mac(key, address)}`,
  );
  if (newest === undefined) throw new Error("there is no key for addresses");
  return [newest, ...older];
}

/** A text with a signature behind it, `text~signature`; the use keeps one kind of signed text from passing for another. */
export async function sign(
  client: Client,
  use: string,
  text: string,
  now: number,
): Promise<string> {
  const [key] = await findKeys(client, "signing", now);
  if (!key) throw new Error("there is no key for signatures");
  return `${text}~${mac(key, `${use}\0${text}`)}`;
}

/** What was signed; nothing where the signature is none of ours, or too old. */
export async function readSigned(
  client: Client,
  use: string,
  signed: string,
  now: number,
): Promise<string | undefined> {
  const end = signed.lastIndexOf("~");
  if (end < 0) return undefined;
  const text = signed.slice(0, end);
  const given = Buffer.from(signed.slice(end + 1));
  for (const key of await findKeys(client, "signing", now)) {
    const expected = Buffer.from(mac(key, `${use}\0${text}`));
    if (given.length === expected.length && timingSafeEqual(given, expected)) return text;
  }
  return undefined;
}
