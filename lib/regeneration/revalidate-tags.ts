import { setTimeout } from "node:timers/promises";
import { revalidateTag } from "next/cache";
import { log, messageOf } from "@/lib/log";
import { ownPageCache } from "@/lib/page-cache/own-page-cache.mjs";
import { processSlot } from "@/lib/process-state.mjs";
import { answersUnderWay } from "@/lib/regeneration/answers-under-way";

/**
 * What other servers were rendering when they heard of it, in milliseconds: nobody here knows when they are done, and a
 * page takes some tens.
 */
const othersPatience = 250;

/** A page that takes longer is not waited for, in milliseconds. */
const patience = 3000;

/** By then a page that took longer is answered, or given up, in milliseconds. */
const stragglersPatience = 120_000;

interface Round {
  /** Tags, and whether something may have been taken away. */
  tags: Map<string, boolean>;
  done: Promise<void>;
}

/** The second round that has not begun yet, and the one that has. */
const nextRound = processSlot<Round>("nextRound");
const presentRound = processSlot<Promise<void>>("presentRound");

/**
 * The one place that says that pages are out of date: whoever asks for one from now on gets it rendered anew. Saying the
 * same twice is harmless. On a server of one's own it is said to the page cache, at any time, and is remembered when the
 * promise is fulfilled; elsewhere to Next.js, which listens only while it answers a request.
 *
 * A page that is being rendered at this moment may hold what it read before, and Next.js lets later requests join it, or
 * share what it has read. So on a server of one's own the same is said once more as soon as those pages are answered.
 * @returns whether it will be remembered should this process end
 */
export async function revalidateTags(tags: readonly string[]): Promise<boolean> {
  // What comments say may have been hidden.
  const { again, isKept } = await say(tags, true);
  again.catch((thrown: unknown) =>
    log("error", "pages can't be revalidated", { message: messageOf(thrown) }),
  );
  return isKept;
}

/**
 * The same, and comes back when nobody can be answered with what was there before.
 * @param withdraws whether something may have been taken away: where it wasn't, the page of before may be shown as long as
 *   the store can't be reached
 */
export async function revalidateTagsForGood(
  tags: readonly string[],
  withdraws = true,
): Promise<void> {
  const { again } = await say(tags, withdraws);
  await again;
  // Those who had joined a page of before.
  await answersUnderWay.value?.begun(patience);
}

async function say(
  tags: readonly string[],
  withdraws: boolean,
): Promise<{ again: Promise<void>; isKept: boolean }> {
  const cache = ownPageCache.value;
  if (cache) {
    const isKept = await cache.revalidate(tags, withdraws);
    return { again: secondRound(tags, withdraws), isKept };
  }
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
  return { again: Promise.resolve(), isKept: true };
}

/** One round at a time; what is asked for meanwhile is in the next one. */
function secondRound(tags: readonly string[], withdraws: boolean): Promise<void> {
  let round = nextRound.value;
  if (!round) {
    const own: Round = { tags: new Map(), done: Promise.resolve() };
    own.done = (presentRound.value ?? Promise.resolve()).then(() => sayAgain(own));
    round = own;
    nextRound.value = round;
  }
  for (const tag of tags) round.tags.set(tag, withdraws || round.tags.get(tag) === true);
  return round.done;
}

async function sayAgain(round: Round): Promise<void> {
  nextRound.value = undefined;
  const work = (async () => {
    const others = ownPageCache.value?.isShared ? setTimeout(othersPatience) : undefined;
    const [haveBegun] = await Promise.all([answersUnderWay.value?.begun(patience), others]);
    await revalidateAll(round.tags);
    if (haveBegun === false) sayOnceMore(round.tags);
  })();
  // The next round begins whatever became of this one.
  presentRound.value = work.catch(() => undefined);
  await work;
}

/** What somebody joins who comes now may still be the page of one that was not waited for. */
function sayOnceMore(tags: ReadonlyMap<string, boolean>): void {
  answersUnderWay.value
    ?.begun(stragglersPatience)
    .then(() => revalidateAll(tags))
    .catch((thrown: unknown) =>
      log("error", "pages can't be revalidated", { message: messageOf(thrown) }),
    );
}

async function revalidateAll(tags: ReadonlyMap<string, boolean>): Promise<void> {
  for (const withdraws of [true, false]) {
    const those = [...tags].flatMap(([tag, value]) => (value === withdraws ? [tag] : []));
    if (those.length > 0) await ownPageCache.value?.revalidate(those, withdraws);
  }
}
