import { createHash } from "node:crypto";

/** Lower-case letters and digits without the look-alikes, five bits each. */
const alphabet = "abcdefghjkmnpqrstuvwxyz023456789";

/** The start of SHA-256 over a text, in `length` letters and digits that fit an address. At most 32. */
export function shortHash(text: string, length: number): string {
  const bytes = createHash("sha256").update(text).digest();
  let hash = "";
  for (let index = 0; index < length; index += 1) hash += alphabet[(bytes[index] ?? 0) & 31];
  return hash;
}
