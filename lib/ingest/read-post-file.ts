import { closeSync, fstatSync, readSync } from "node:fs";
import { maxFileBytes } from "@/lib/content/decode-text";
import { openRegularFile } from "@/lib/site/regular-file";

/** The bytes of a file, or, where it is larger than a post can be, its size alone. */
export type PostFile = { tooLarge: false; bytes: Uint8Array } | { tooLarge: true; size: number };

/**
 * Reads a file that may have become another since it was listed: a pipe is not waited for, and of a file that is too
 * large, or grows while it is read, no more is held than a post may have.
 * @throws the system's error where it can't be read
 */
export function readPostFile(absolute: string): PostFile {
  const { file, size } = openRegularFile(absolute);
  try {
    if (size > maxFileBytes) return { tooLarge: true, size };
    // One more byte than it had tells whether it has grown.
    let buffer = Buffer.allocUnsafe(size + 1);
    let length = 0;
    for (;;) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      length += read;
      if (read === 0) return { tooLarge: false, bytes: buffer.subarray(0, length) };
      if (length > maxFileBytes) return { tooLarge: true, size: fstatSync(file).size };
      if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(64 * 1024)]);
    }
  } finally {
    closeSync(file);
  }
}
