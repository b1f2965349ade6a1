import { cacheLife, cacheTag } from "next/cache";
import { cacheTags } from "@/lib/cache-tags";
import { commentsStore } from "@/lib/comments/comments-store";
import {
  countVisibleComments,
  isThreadClosed,
  readThreadPage,
} from "@/lib/comments/store/read-threads";
import type { Thread } from "@/lib/discussion/comment";
import { isPastClosing } from "@/lib/discussion/is-past-closing";
import { createAllowance, log } from "@/lib/log";
import type { Post } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { explainDatabaseFailure } from "@/lib/site/database-failures";

/**
 * How long a page is kept that lacks its comments because their database failed, in seconds: the article stands, and the
 * page recovers by itself. A shorter life than five minutes would take it out of what is prerendered.
 */
const untilNextTry = { stale: 30, revalidate: 10, expire: 300 };

/**
 * One page of the built-in comments of a post; nothing where there is no such page, `unavailable` where their database
 * can't be read at the moment.
 */
export async function findThread(
  post: Pick<Post, "id" | "date">,
  page: number,
): Promise<Thread | "unavailable" | undefined> {
  "use cache";
  cacheTag(cacheTags.comments(post.id));
  const found = await tryToRead(() => readThread(post, page));
  if (found.ok) cacheLife("max");
  else cacheLife(untilNextTry);
  return found.ok ? found.value : "unavailable";
}

async function readThread(
  { id, date }: Pick<Post, "id" | "date">,
  page: number,
): Promise<Thread | undefined> {
  const { comments } = await findSite();
  const store = await commentsStore();
  const [thread, isClosed] = await Promise.all([
    readThreadPage(store, id, page, comments),
    isThreadClosed(store, id),
  ]);
  if (!thread) return undefined;
  const isOpen = !isClosed && !isPastClosing({ date }, comments, Date.now());
  return { ...thread, isOpen };
}

/**
 * How many comments a post has, for listings: one cached figure for all of them, and those that show it are refreshed when
 * it changes. Nothing is asked where no figures are shown; 0 where the database can't be read at the moment.
 */
export async function countComments(postId: string): Promise<number> {
  const { provider, countsInListings } = (await findSite()).comments;
  return provider === "builtin" && countsInListings ? countCachedComments(postId) : 0;
}

async function countCachedComments(postId: string): Promise<number> {
  "use cache";
  cacheTag(cacheTags.commentCount(postId));
  const counted = await tryToRead(async () =>
    countVisibleComments(await commentsStore(), [postId]),
  );
  if (counted.ok) cacheLife("max");
  else cacheLife(untilNextTry);
  return counted.ok ? (counted.value[postId] ?? 0) : 0;
}

/** A database that fails is no reason for a post or a listing to fail; the operator is told. */
async function tryToRead<Value>(
  read: () => Promise<Value>,
): Promise<{ ok: true; value: Value } | { ok: false }> {
  try {
    return { ok: true, value: await read() };
  } catch (thrown) {
    const message = explainDatabaseFailure(thrown);
    if (message === undefined) throw thrown;
    if (allowLine()) log("error", "comments can't be read", { message });
    return { ok: false };
  }
}

/** A listing asks for many figures at once. */
const allowLine = createAllowance(10, () => performance.now());
