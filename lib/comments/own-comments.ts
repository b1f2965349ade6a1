import { holdsWord } from "@/lib/comments/blocked-words";
import type { CommentService } from "@/lib/comments/comment-service";
import type { Sender } from "@/lib/comments/create-comment";
import { hashAddress } from "@/lib/comments/keyring";
import { findTextProblem, hashText, readText } from "@/lib/comments/read-draft";
import { isAddressBlocked } from "@/lib/comments/store/blocks";
import { deleteComment, editComment } from "@/lib/comments/store/change-comments";
import { findComment, readCommentsOfWriter } from "@/lib/comments/store/read-comments";
import { isThreadClosed } from "@/lib/comments/store/read-threads";
import { readBlockedWords } from "@/lib/comments/store/submissions";
import type { Comment } from "@/lib/discussion/comment";
import { isCommentId } from "@/lib/discussion/comment-id";
import type { Fields } from "@/lib/discussion/draft-fields";
import { isPastClosing } from "@/lib/discussion/is-past-closing";
import type { Refusal } from "@/lib/discussion/refusal";

/** So often a comment may become another one, edits and decisions on it together. */
const mostVersions = 10;

export type Changed =
  | { ok: true; comment: Comment }
  | { ok: false; refusal: Refusal; comment?: Comment };

/** What a browser has written and may still change, newest first. */
export function listOwnComments(
  { store, settings, now }: CommentService,
  writerHash: string,
): Promise<Comment[]> {
  return readCommentsOfWriter(store, writerHash, now() - settings.editMinutes * 60_000);
}

/**
 * Changes the words of a comment, by the browser that wrote it and while it may. Where everything is looked at before it
 * is shown, so is what it says now.
 * @param fields `id`, `version` and `text`
 */
export async function editOwnComment(
  service: CommentService,
  fields: Fields,
  sender: Pick<Sender, "address" | "writerHash">,
): Promise<Changed> {
  const found = await findOwnComment(service, fields.id ?? "", sender.writerHash);
  if (!found.ok) return found;
  const { comment } = found;
  const refusal = await findEditRefusal(service, comment, sender.address);
  if (refusal) return { ok: false, refusal, comment };
  const text = readText(fields, service.settings);
  const problem = findTextProblem(text, service.settings);
  if (problem) {
    return { ok: false, refusal: { reason: "fields", problems: { text: problem } }, comment };
  }
  const { store, settings } = service;
  const mustWait =
    comment.status === "held" ||
    settings.moderation === "all" ||
    holdsWord({ ...comment, text }, await readBlockedWords(store));
  const edit = {
    text,
    textHash: hashText(text),
    editedAt: service.now(),
    status: mustWait ? "held" : "visible",
  } as const;
  const version = /^\d{1,9}$/.test(fields.version ?? "") ? Number(fields.version) : undefined;
  const isAnnounced = service.announced !== undefined;
  const isEdited =
    version !== undefined && (await editComment(store, comment.id, version, edit, isAnnounced));
  if (!isEdited) return refuseChanged(service, comment);
  if (comment.status === "visible") await service.threadChanged(comment.postId);
  if (comment.status === "visible" && edit.status === "held") service.announced?.();
  const editedAt = new Date(edit.editedAt).toISOString();
  const edited = { text, status: edit.status, editedAt, version: comment.version + 1 };
  return { ok: true, comment: { ...comment, ...edited } };
}

/** Deletes a comment, by the browser that wrote it and while it may. @param fields `id` */
export async function deleteOwnComment(
  service: CommentService,
  fields: Fields,
  { writerHash }: Pick<Sender, "writerHash">,
): Promise<Changed> {
  const found = await findOwnComment(service, fields.id ?? "", writerHash);
  if (!found.ok) return found;
  const { comment } = found;
  // A moderator may have let it through since it was read.
  const before = await deleteComment(service.store, comment.id);
  if (before === undefined) return refuseChanged(service, comment);
  if (before === "visible") await service.threadChanged(comment.postId);
  return { ok: true, comment: { ...comment, status: "deleted" } };
}

/** What keeps a comment from being written keeps it from being changed into another one. */
async function findEditRefusal(
  { store, settings, allowances, findThreadPost, now }: CommentService,
  { postId, version }: Comment,
  address: string,
): Promise<Refusal | undefined> {
  if (version > mostVersions) return { reason: "too-late" };
  const retryAfter = allowances.edits.take(address, now());
  if (retryAfter > 0) return { reason: "too-many-from-address", retryAfter };
  const [post, isClosed, isBlocked] = await Promise.all([
    findThreadPost({ id: postId }),
    isThreadClosed(store, postId),
    isAddressBlocked(store, await hashAddress(store, address, now())),
  ]);
  if (isBlocked) return { reason: "blocked" };
  const isOver = !post?.comments || isPastClosing(post, settings, now());
  return isClosed || isOver ? { reason: "closed" } : undefined;
}

async function findOwnComment(
  { store, settings, now }: CommentService,
  id: string,
  writerHash: string,
): Promise<{ ok: true; comment: Comment } | { ok: false; refusal: Refusal }> {
  const comment = isCommentId(id) ? await findComment(store, id) : undefined;
  if (!comment || comment.status === "deleted") {
    return { ok: false, refusal: { reason: "no-such-comment" } };
  }
  // Said before anything else about it: it is none of their business.
  if (comment.writerHash !== writerHash) return { ok: false, refusal: { reason: "not-yours" } };
  if (now() - Date.parse(comment.createdAt) > settings.editMinutes * 60_000) {
    return { ok: false, refusal: { reason: "too-late" } };
  }
  return { ok: true, comment };
}

async function refuseChanged({ store }: CommentService, { id }: Comment): Promise<Changed> {
  const comment = await findComment(store, id);
  return { ok: false, refusal: { reason: "changed" }, ...(comment ? { comment } : {}) };
}
