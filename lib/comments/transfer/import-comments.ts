import type { Client } from "@libsql/client";
import {
  findKnown,
  type IncomingComment,
  insertIncoming,
} from "@/lib/comments/store/transfer-comments";
import type {
  ArchivedComment,
  CommentArchive,
  Skipped,
} from "@/lib/comments/transfer/comment-archive";
import {
  type FindThreadPostId,
  findThreadPostId,
} from "@/lib/comments/transfer/find-thread-post-id";
import { inOrderOfAnswers } from "@/lib/comments/transfer/in-order-of-answers";
import { idOf, toIncoming } from "@/lib/comments/transfer/to-incoming";

/** Comments that share a transaction or a question. */
const batchSize = 200;

/** What an import would do: everything is decided, and nothing stored. */
export interface ImportPlan {
  /** Each after what it answers. */
  incoming: IncomingComment[];
  skipped: Skipped[];
  /** Brought in, but not as it stood: what they answered is not here. */
  uprooted: Skipped[];
}

interface Imported {
  stored: number;
  /** Here already, from a run before. */
  known: number;
  /** Ids of the posts whose threads have changed. */
  postIds: string[];
}

/** How to bring in what another system has exported, under the posts that its threads belonged to. */
export async function planImport(
  client: Client,
  archive: CommentArchive,
  find: FindThreadPostId,
): Promise<ImportPlan> {
  const plan: ImportPlan = { incoming: [], skipped: [...archive.skipped], uprooted: [] };
  const postOf = await findPostIds(archive, find);
  const { ordered, circular } = inOrderOfAnswers(
    archive.comments,
    ({ key }) => key,
    ({ parentKey }) => parentKey,
  );
  for (const { place } of circular) {
    plan.skipped.push({ place, reason: "it answers an answer to itself" });
  }
  const idOfKey = await findFreeIds(client, ordered);
  /** Keys of those that are brought in, each with its post: answers hang on them. */
  const postOfKey = new Map<string, string>();
  for (const comment of ordered) {
    const { key, parentKey, thread, place } = comment;
    const postId = postOf.get(thread.key);
    const id = idOfKey.get(key);
    if (postId === undefined || id === undefined) {
      plan.skipped.push({ place, reason: `no post is known for its thread (${describe(thread)})` });
      continue;
    }
    const hasParent = parentKey !== undefined && postOfKey.get(parentKey) === postId;
    const parentId = hasParent ? idOfKey.get(parentKey) : undefined;
    const result = toIncoming(comment, { postId, parentId });
    if ("reason" in result) {
      plan.skipped.push(result);
      continue;
    }
    if (parentKey !== undefined && !hasParent) {
      plan.uprooted.push({ place, reason: `it answers ${parentKey}, which is not here` });
    }
    postOfKey.set(key, postId);
    plan.incoming.push({ ...result, id });
  }
  return plan;
}

/** Stores what isn't here yet. A run that is stopped goes on from there when it is started again. */
export async function storeIncoming(
  client: Client,
  incoming: readonly IncomingComment[],
): Promise<Imported> {
  const changed = new Set<string>();
  let stored = 0;
  for (const batch of batchesOf(incoming)) {
    for (const [index, isStored] of (await insertIncoming(client, batch)).entries()) {
      const postId = batch[index]?.postId;
      if (!isStored || postId === undefined) continue;
      stored += 1;
      changed.add(postId);
    }
  }
  return { stored, known: incoming.length - stored, postIds: [...changed] };
}

/** What `storeIncoming` would say. */
export async function foreseeIncoming(
  client: Client,
  incoming: readonly IncomingComment[],
): Promise<Imported> {
  const changed = new Set<string>();
  let known = 0;
  for (const batch of batchesOf(incoming)) {
    const here = await findKnown(client, batch);
    const ids = new Set(here.map(({ id }) => id));
    const keys = new Set(here.map(({ idempotencyKey }) => idempotencyKey));
    for (const { id, idempotencyKey, postId } of batch) {
      const isKnown = ids.has(id) || (idempotencyKey !== undefined && keys.has(idempotencyKey));
      if (isKnown) known += 1;
      else changed.add(postId);
    }
  }
  return { stored: incoming.length - known, known, postIds: [...changed] };
}

function* batchesOf<Entry>(entries: readonly Entry[]): Generator<readonly Entry[]> {
  for (let start = 0; start < entries.length; start += batchSize) {
    yield entries.slice(start, start + batchSize);
  }
}

async function findPostIds(
  { comments }: CommentArchive,
  find: FindThreadPostId,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const threads = new Map(comments.map(({ thread }) => [thread.key, thread]));
  for (const [key, thread] of threads) {
    const id = await findThreadPostId(thread, find);
    if (id !== undefined) found.set(key, id);
  }
  return found;
}

/**
 * The id of each comment: the one under which it is here already, else one that nobody has. Two of the same millisecond may
 * meet in the 25 bits that come from their keys.
 */
async function findFreeIds(
  client: Client,
  comments: readonly ArchivedComment[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const batch of batchesOf(comments)) {
    const known = await findKnown(
      client,
      batch.map(({ key, createdAt }) => ({
        id: idOf(key, createdAt),
        idempotencyKey: `import:${key}`,
      })),
    );
    const idOfKnown = new Map(known.map(({ id, idempotencyKey }) => [idempotencyKey, id]));
    for (const { id } of known) taken.add(id);
    for (const { key, createdAt } of batch) {
      const here = idOfKnown.get(`import:${key}`);
      let id = here ?? idOf(key, createdAt);
      for (let salt = 1; here === undefined && taken.has(id); salt += 1) {
        id = idOf(key, createdAt, salt);
      }
      taken.add(id);
      ids.set(key, id);
    }
  }
  return ids;
}

const describe = ({ addresses, ids, title }: ArchivedComment["thread"]): string =>
  addresses[0] ?? ids[0] ?? title ?? "it has no address";
