import type { Client } from "@libsql/client";
import { readBlocks } from "@/lib/comments/store/blocks";
import { readClosedThreads } from "@/lib/comments/store/closed-threads";
import {
  type KeptComment,
  readCommentsAfter,
  readLinesAfter,
} from "@/lib/comments/store/transfer-comments";
import {
  type PortableComment,
  portableFormat,
  portableVersion,
} from "@/lib/comments/transfer/portable-format";

/** Rows that are read at once: memory stays flat, however many comments there are. */
const batchSize = 500;

/** The database as text, in pieces (portable-format.ts). @param now milliseconds */
export async function* exportComments(client: Client, now: number): AsyncGenerator<string> {
  const head = {
    format: portableFormat,
    version: portableVersion,
    exportedAt: new Date(now).toISOString(),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"comments":[`;
  yield* listOf(readComments(client));
  yield `],"closedThreads":${JSON.stringify(await readClosedThreads(client))}`;
  yield `,"blocks":${JSON.stringify(await readBlocks(client))},"log":[`;
  yield* listOf(readLog(client));
  yield "]}\n";
}

/** Entries of a JSON list, one on each line. */
async function* listOf(entries: AsyncIterable<object>): AsyncGenerator<string> {
  let separator = "\n";
  for await (const entry of entries) {
    yield `${separator}${JSON.stringify(entry)}`;
    separator = ",\n";
  }
}

async function* readComments(client: Client): AsyncGenerator<PortableComment> {
  for (let last = ""; ; ) {
    const comments = await readCommentsAfter(client, last, batchSize);
    yield* comments.map(toPortable);
    const end = comments.at(-1);
    if (!end) return;
    last = end.id;
  }
}

/** The depth is not among it: it follows from what is answered. */
const toPortable = ({ depth: _, ...comment }: KeptComment): PortableComment => comment;

async function* readLog(client: Client) {
  for (let last = 0; ; ) {
    const lines = await readLinesAfter(client, last, batchSize);
    yield* lines.map(({ id: _, ...line }) => line);
    const end = lines.at(-1);
    if (!end) return;
    last = end.id;
  }
}
