import { createHash, randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { readSigned, sign } from "@/lib/comments/keyring";
import { commentsApiUrl } from "@/lib/urls";

const name = "masthead-writer";
const use = "writer";

/** Of the cookie, in seconds: a writer who comes back is known to the moderation mode `first`. */
const lifetime = 60 * 86_400;

interface Writer {
  /** Stands for the browser in the store; empty for one that has written nothing yet. */
  hash: string;
}

/** Who is writing, by the secret that we gave to the browser when it first wrote. @param now milliseconds */
export async function findWriter(client: Client, headers: Headers, now: number): Promise<Writer> {
  const secret = await readSecret(client, headers, now);
  return { hash: secret === undefined ? "" : hashOf(secret) };
}

/** As `findWriter`, and with the cookie that makes a browser known, or keeps it known. */
export async function findOrCreateWriter(
  client: Client,
  headers: Headers,
  { now, isSecure }: { now: number; isSecure: boolean },
): Promise<Writer & { isNew: boolean; setCookie: string }> {
  const known = await readSecret(client, headers, now);
  const secret = known ?? randomBytes(16).toString("base64url");
  const value = await sign(client, use, secret, now);
  const attributes = `Path=${commentsApiUrl}; Max-Age=${lifetime}; HttpOnly; SameSite=Strict`;
  return {
    hash: hashOf(secret),
    isNew: known === undefined,
    setCookie: `${name}=${value}; ${attributes}${isSecure ? "; Secure" : ""}`,
  };
}

async function readSecret(client: Client, headers: Headers, now: number) {
  const cookies = headers.get("cookie")?.split(";") ?? [];
  const own = cookies
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith(`${name}=`));
  return own === undefined ? undefined : readSigned(client, use, own.slice(name.length + 1), now);
}

const hashOf = (secret: string) =>
  createHash("sha256").update(secret).digest("base64url").slice(0, 22);
