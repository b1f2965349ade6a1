import { noProof } from "@/lib/comments/no-proof";
import { challengeUrl } from "@/lib/urls";

export interface HeldChallenge {
  token: string;
  bits: number;
  /** By the clock of this browser, in milliseconds. */
  receivedAt: number;
}

/** A site takes no comment that was written faster than this, in milliseconds; and a little for clocks that differ. */
const shortestWriting = 2_200;

/** A token for a form that is being filled in; without one the form works too. */
export async function fetchChallenge(postId: string): Promise<HeldChallenge | undefined> {
  const response = await fetch(`${challengeUrl}?post=${encodeURIComponent(postId)}`, {
    headers: { accept: "application/json" },
  }).catch(() => undefined);
  return response?.ok ? hold(await response.json()) : undefined;
}

export const hold = ({ token, bits }: { token: string; bits: number }): HeldChallenge => ({
  token,
  bits,
  receivedAt: Date.now(),
});

/** The fields with which a form answers a challenge, once it may. */
export async function answerChallenge(challenge: HeldChallenge): Promise<Record<string, string>> {
  const { token, bits, receivedAt } = challenge;
  // Browsers hash for pages that came over HTTPS only; what others bring is looked at by a moderator where work is asked.
  const canProve = globalThis.crypto?.subtle !== undefined;
  const proof = canProve ? (bits > 0 ? await findProof(token, bits) : "") : noProof;
  const left = receivedAt + shortestWriting - Date.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  return { token, proof };
}

/** Hashes that are begun at once: enough to keep the browser busy, few enough to leave the page alive. */
const atOnce = 500;

/** The number that gives SHA-256 of the token, a dot and it so many leading zero bits. */
async function findProof(token: string, bits: number): Promise<string> {
  const encoder = new TextEncoder();
  for (let start = 0; ; start += atOnce) {
    const hashes = await Promise.all(
      Array.from({ length: atOnce }, (_, index) =>
        crypto.subtle.digest("SHA-256", encoder.encode(`${token}.${start + index}`)),
      ),
    );
    const found = hashes.findIndex((hash) => new DataView(hash).getUint32(0) >>> (32 - bits) === 0);
    if (found >= 0) return String(start + found);
  }
}
