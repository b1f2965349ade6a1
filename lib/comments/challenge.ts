import { createHash, randomBytes } from "node:crypto";
import type { Client } from "@libsql/client";
import { readSigned, sign } from "@/lib/comments/keyring";

/** A person needs longer than this from the first letter to the last, in milliseconds. */
export const shortestWriting = 2_000;

/** A form that was opened longer ago has to be opened again, in milliseconds. */
const longestWriting = 4 * 3_600_000;

/** Leading zero bits of a proof: about 65,000 hashes, one to three seconds of a phone. */
export const proofBits = 16;

/** What a form is given on its way: when it was opened, for which post, and a key under which it can be sent once. */
interface Challenge {
  /** Signed; the browser sends it back as it is. */
  token: string;
  /** Leading zero bits that SHA-256 of the token, a dot and the proof has to have; 0 where no proof is asked for. */
  bits: number;
}

const use = "comment";

/** @param now milliseconds */
export async function createChallenge(
  client: Client,
  postId: string,
  bits: number,
  now: number,
): Promise<Challenge> {
  const text = [now, randomBytes(12).toString("base64url"), bits, postId].join("!");
  return { token: await sign(client, use, text, now), bits };
}

interface ReadChallenge {
  /** Milliseconds. */
  issuedAt: number;
  /** Comes back with every try to send the same form. */
  nonce: string;
  /** Whether the work that was asked for, if any was, has been done. */
  proven: boolean;
}

/** What a form sent back; nothing where it is none of ours, another post's, or too old. */
export async function readChallenge(
  client: Client,
  { token, proof, postId }: { token: string; proof: string; postId: string },
  now: number,
): Promise<ReadChallenge | undefined> {
  const text = await readSigned(client, use, token, now);
  const [issuedAt, nonce, bits, ...post] = text?.split("!") ?? [];
  if (!issuedAt || !nonce || post.join("!") !== postId) return undefined;
  const age = now - Number(issuedAt);
  if (age < 0 || age > longestWriting) return undefined;
  return {
    issuedAt: Number(issuedAt),
    nonce,
    proven: Number(bits) >= proofBits && isProof(token, proof),
  };
}

function isProof(token: string, proof: string): boolean {
  if (!/^\d{1,15}$/.test(proof)) return false;
  const hash = createHash("sha256").update(`${token}.${proof}`).digest();
  return hash.readUInt32BE(0) >>> (32 - proofBits) === 0;
}
