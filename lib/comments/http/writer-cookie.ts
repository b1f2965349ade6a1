import { createHash, randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { readCookies, writeCookie } from "@/lib/comments/http/own-cookies";
import { readSigned, sign } from "@/lib/comments/keyring";
import { findFirst } from "@/lib/site/find-first";
import { commentsApiUrl } from "@/lib/urls";

const name = "masthead-writer";
const use = "writer";

/** Of the cookie, in seconds: a writer who comes back is known to the moderation mode `first`. */
const lifetime = 60 * 86_400;

interface WriterSite {
  /** Milliseconds. */
  now: number;
  siteUrl: string;
}

interface Writer {
  /** Stands for the browser in the store; empty for one that has written nothing yet. */
  hash: string;
}

/** Who is writing, by the secret that we gave to the browser when it first wrote. */
export async function findWriter(
  client: Client,
  headers: Headers,
  site: WriterSite,
): Promise<Writer> {
  const secret = await readSecret(client, headers, site);
  return { hash: secret === undefined ? "" : hashOf(secret) };
}

/** As `findWriter`, and with the cookie that makes a browser known, or keeps it known. */
export async function findOrCreateWriter(
  client: Client,
  headers: Headers,
  site: WriterSite,
): Promise<Writer & { isNew: boolean; setCookie: string }> {
  const known = await readSecret(client, headers, site);
  const secret = known ?? randomBytes(16).toString("base64url");
  const value = await sign(client, use, secret, site.now);
  return {
    hash: hashOf(secret),
    isNew: known === undefined,
    setCookie: writeCookie({ name, value, maxAge: lifetime, path: commentsApiUrl }, site.siteUrl),
  };
}

const readSecret = (client: Client, headers: Headers, { now, siteUrl }: WriterSite) =>
  findFirst(readCookies(headers, name, siteUrl), (own) => readSigned(client, use, own, now));

const hashOf = (secret: string) =>
  createHash("sha256").update(secret).digest("base64url").slice(0, 22);
