import type { ActRequest } from "@/lib/comments/moderation/acts";
import type { ModerationService, Moderator } from "@/lib/comments/moderation/moderation-service";
import { blockAddressesOf } from "@/lib/comments/store/blocks";
import { setThreadClosed } from "@/lib/comments/store/closed-threads";
import { moderateComments } from "@/lib/comments/store/moderate-comments";
import { findComment } from "@/lib/comments/store/read-comments";
import { type CommentAct, statusOfAct } from "@/lib/discussion/acts";

/** What came of an act. */
export interface Moderated {
  act: CommentAct;
  changed: number;
  /** Those that were to be changed and were not. */
  unchanged: number;
}

/** Does what a moderator asks for; pages that readers see otherwise from now on are refreshed. */
export async function moderate(
  service: ModerationService,
  { actor }: Moderator,
  { act, seen }: ActRequest,
): Promise<Moderated> {
  const { store, now } = service;
  if (act === "close" || act === "open") return setClosed(service, { actor }, { act, seen });
  if (act === "block") {
    const ids = seen.map(({ id }) => id);
    const changed = await blockAddressesOf(store, ids, actor, now());
    // Several comments may have come from one address: what was asked for is done once any is blocked.
    return { act, changed, unchanged: changed === 0 ? seen.length : 0 };
  }
  const status = statusOfAct[act];
  const isAnnounced = service.announced !== undefined;
  const changed = await moderateComments(
    store,
    seen,
    { status, action: act, actor, isAnnounced },
    now(),
  );
  const seenByReaders = changed.filter(
    (comment) => status === "visible" || comment.status === "visible",
  );
  for (const id of new Set(seenByReaders.map(({ postId }) => postId)))
    await service.threadChanged(id);
  if (status === "visible" && changed.length > 0) service.announced?.();
  return { act, changed: changed.length, unchanged: seen.length - changed.length };
}

async function setClosed(
  { store, now, threadChanged }: ModerationService,
  { actor }: Moderator,
  { act, seen }: ActRequest,
): Promise<Moderated> {
  const comment = seen[0] && (await findComment(store, seen[0].id));
  const isChanged =
    comment !== undefined &&
    (await setThreadClosed(
      store,
      { postId: comment.postId, isClosed: act === "close", actor },
      now(),
    ));
  if (isChanged) await threadChanged(comment.postId);
  return { act, changed: isChanged ? 1 : 0, unchanged: isChanged ? 0 : 1 };
}
