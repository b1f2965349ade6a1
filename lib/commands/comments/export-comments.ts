import { createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "@libsql/client";
import { countAllComments } from "@/lib/comments/store/transfer-comments";
import { exportComments } from "@/lib/comments/transfer/export-comments";
import { printable } from "@/lib/printable.mjs";

/** Writes all comments to a file that only its owner can read; it is there once it is complete. */
export async function exportToFile(store: Client, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    const output = createWriteStream(unfinished, { mode: 0o600, flags: "wx" });
    await pipeline(Readable.from(exportComments(store, Date.now())), output);
    renameSync(unfinished, file);
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    throw thrown;
  }
  console.log(
    `${await countAllComments(store)} comments are in ${printable(file)}; it holds e-mail addresses, keep it safe`,
  );
}
