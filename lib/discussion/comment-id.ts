import { randomBytes } from "node:crypto";

/** Lower-case letters and digits without the look-alikes, in the order of ASCII. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

const timeLength = 9;
const randomLength = 5;

export const commentIdLength = timeLength + randomLength;

const pattern = new RegExp(`^[${alphabet}]{${commentIdLength}}$`);

/**
 * An id that sorts by time and that any number of servers can make without asking one another: milliseconds since 1970,
 * then 25 random bits; those of a comment that comes from elsewhere may be given, so that it has the same id whenever it
 * is brought in.
 */
export function createCommentId(
  now: number,
  random: Uint8Array = randomBytes(randomLength),
): string {
  let id = "";
  for (let rest = now, place = 0; place < timeLength; place += 1) {
    id = alphabet.charAt(rest % 32) + id;
    rest = Math.floor(rest / 32);
  }
  for (const byte of random.subarray(0, randomLength)) id += alphabet.charAt(byte & 31);
  return id;
}

export const isCommentId = (text: string): boolean => pattern.test(text);
