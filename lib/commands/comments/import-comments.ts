import { closeSync, createReadStream, openSync, readFileSync, readSync, statSync } from "node:fs";
import path from "node:path";
import type { Client } from "@libsql/client";
import { refreshThreads } from "@/lib/commands/comments/refresh-threads";
import {
  insertSurroundings,
  recordCommand,
  type Surroundings,
} from "@/lib/comments/store/transfer-comments";
import { ArchiveError, type CommentArchive } from "@/lib/comments/transfer/comment-archive";
import {
  foreseeIncoming,
  type ImportPlan,
  planImport,
  storeIncoming,
} from "@/lib/comments/transfer/import-comments";
import { isPortable, readPortable } from "@/lib/comments/transfer/import-portable";
import { readDisqus } from "@/lib/comments/transfer/read-disqus";
import { readGithub } from "@/lib/comments/transfer/read-github";
import { environment } from "@/lib/environment";
import { printable } from "@/lib/printable.mjs";
import { findMeta, openContentDatabase } from "@/lib/store/content-database";
import { findThreadPostId } from "@/lib/store/thread-posts";

type Plan = ImportPlan & { source: string; surroundings?: Surroundings };

/** Brings comments in from a file of any format that is known, and says what could not be brought in, and why. */
export async function importFromFile(
  store: Client,
  { file, dryRun }: { file: string; dryRun: boolean },
): Promise<void> {
  const { incoming, skipped, uprooted, source, surroundings } = await planFile(store, file);
  const take = dryRun ? foreseeIncoming : storeIncoming;
  const { stored, known, postIds } = await take(store, incoming);
  for (const { place, reason } of skipped) console.log(printable(`${place}: skipped: ${reason}`));
  for (const { place, reason } of uprooted)
    console.log(printable(`${place}: now answers the post: ${reason}`));
  const done = dryRun ? "would be brought in" : "brought in";
  console.log(
    `${printable(path.basename(file))}: ${stored} comments ${done} under ${postIds.length} posts, ${known} here already, ${skipped.length} skipped`,
  );
  if (dryRun) return;
  if (surroundings) await insertSurroundings(store, surroundings);
  if (stored > 0) {
    const detail = `${source}: ${stored}`;
    await recordCommand(store, { action: "import", detail }, Date.now());
  }
  await refreshThreads([
    ...new Set([...postIds, ...(surroundings?.closedThreads ?? []).map(({ postId }) => postId)]),
  ]);
}

async function planFile(store: Client, file: string): Promise<Plan> {
  const name = path.basename(file);
  if (startsLikeXml(file)) {
    return planForeign(store, await readDisqus(createReadStream(file, { encoding: "utf8" }), name));
  }
  const json = parseJson(readFileSync(file), name);
  if (isPortable(json)) return { ...readPortable(json, name), source: "masthead" };
  const archive = readGithub(json, name);
  if (archive.comments.length === 0 && archive.skipped.length === 0) {
    throw new ArchiveError(
      `${name}: error: there are no comments in it that could be recognised; it should be a file of npm run comments -- export, Disqus's XML, or GitHub's JSON of discussions or issues (README.md, "Comments")`,
    );
  }
  return planForeign(store, archive);
}

async function planForeign(store: Client, archive: CommentArchive): Promise<Plan> {
  const content = openContentDatabase(environment.contentDatabase);
  try {
    if ((await findMeta(content, "schema")) === undefined) {
      throw new ArchiveError(
        "the content store is empty, and threads find their posts in it: run npm run content first",
      );
    }
    const plan = await planImport(store, archive, (trace) => findThreadPostId(content, trace));
    return { ...plan, source: archive.source };
  } finally {
    content.close();
  }
}

function startsLikeXml(file: string): boolean {
  const start = Buffer.alloc(512);
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  if (!isFile) throw new ArchiveError(`${file}: error: there is no such file`);
  const handle = openSync(file, "r");
  const size = readSync(handle, start);
  closeSync(handle);
  return start
    .toString("utf8", 0, size)
    .replace(/^\ufeff/, "")
    .trimStart()
    .startsWith("<");
}

/** With the line and column of the first fault. */
function parseJson(bytes: Uint8Array, name: string): unknown {
  let text = "";
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof TypeError) {
      throw new ArchiveError(`${name}: error: it holds bytes that are no UTF-8`);
    }
    if (!(thrown instanceof SyntaxError)) throw thrown;
    const at = Number(/position (\d+)/.exec(thrown.message)?.[1] ?? text.length);
    const before = text.slice(0, at).split("\n");
    const place = `${name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
    throw new ArchiveError(`${place}: error: no valid JSON: ${thrown.message}`);
  }
}
