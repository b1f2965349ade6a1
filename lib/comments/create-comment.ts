import { createHash } from "node:crypto";
import { readChallenge, shortestWriting } from "@/lib/comments/challenge";
import type { CommentService } from "@/lib/comments/comment-service";
import type { Candidate } from "@/lib/comments/decide";
import { hashAddress } from "@/lib/comments/keyring";
import { noProof } from "@/lib/comments/no-proof";
import { readDraft, readParent } from "@/lib/comments/read-draft";
import type { Outcome } from "@/lib/comments/submission-queue";
import { createCommentId } from "@/lib/discussion/comment-id";
import type { Fields } from "@/lib/discussion/draft-fields";
import { isPastClosing } from "@/lib/discussion/is-past-closing";
import type { Refusal } from "@/lib/discussion/refusal";
import type { ThreadPost } from "@/lib/publication";

/** A field of the form that is out of people's sight: only programs fill it in. */
export const trapField = "subject";

/** Who hands something in. */
export interface Sender {
  /** Network address, in the form that limits count. */
  address: string;
  /** Hash of the browser's own secret. */
  writerHash: string;
  /** Whether the browser came without one. */
  writerIsNew: boolean;
}

type Created = (Extract<Outcome, { ok: true }> & { post: ThreadPost }) | Refused;

interface Refused {
  ok: false;
  refusal: Refusal;
  /** Where it is known what the comment was to stand under. */
  post?: ThreadPost;
}

/** Takes a comment from a form. It is in the store, on the disk, when this says so. */
export async function createComment(
  service: CommentService,
  fields: Fields,
  sender: Sender,
): Promise<Created> {
  const found = await findOpenPost(service, fields.post ?? "");
  if (!found.ok) return found;
  const { post } = found;
  const refuse = (refusal: Refusal): Refused => ({ ok: false, refusal, post });

  if (fields[trapField]) return refuse({ reason: "trap" });
  const parentId = readParent(fields);
  if (parentId === false) return refuse({ reason: "no-such-parent" });
  const read = readDraft(fields, service.settings);
  if (!read.ok) return refuse({ reason: "fields", problems: read.problems });
  const effort = await readEffort(service, fields, post.id);
  if (!effort.ok) return refuse(effort.refusal);

  const now = service.now();
  const outcome = await service.queue.submit({
    ...read.draft,
    ...(parentId === undefined ? {} : { parentId }),
    ...(effort.key === undefined ? {} : { idempotencyKey: keyOf(post.id, effort.key) }),
    id: createCommentId(now),
    postId: post.id,
    createdAt: now,
    effort: effort.effort,
    writerHash: sender.writerHash,
    writerIsNew: sender.writerIsNew,
    addressHashes: await hashAddress(service.store, sender.address, now),
  });
  if (!outcome.ok) return refuse(outcome.refusal);
  // Whoever stored it before may not have come to this any more.
  if (outcome.status === "visible") await service.threadChanged(post.id);
  if (outcome.isNew) service.announced?.();
  return { ...outcome, post };
}

/** A post whose thread takes comments, as far as the post itself goes. */
export async function findOpenPost(
  { findThreadPost, settings, now }: CommentService,
  id: string,
): Promise<{ ok: true; post: ThreadPost } | Refused> {
  const post = /^[\w.-]{1,64}$/.test(id) ? await findThreadPost({ id }) : undefined;
  if (!post) return { ok: false, refusal: { reason: "no-such-post" } };
  if (!post.comments) return { ok: false, refusal: { reason: "not-open" }, post };
  if (isPastClosing(post, settings, now()))
    return { ok: false, refusal: { reason: "closed" }, post };
  return { ok: true, post };
}

type Effort =
  | { ok: true; effort: Candidate["effort"]; key?: string }
  | { ok: false; refusal: Refusal };

/** What the form shows of its way to us. A form of a page that was rendered once for all has neither token nor key. */
async function readEffort(
  service: CommentService,
  fields: Fields,
  postId: string,
): Promise<Effort> {
  const { token = "", proof, key = "" } = fields;
  if (token === "") {
    if (key === "") return { ok: true, effort: "none" };
    const isKey = /^[\w-]{16,64}$/.test(key);
    return isKey
      ? { ok: true, effort: "none", key }
      : { ok: false, refusal: { reason: "unreadable" } };
  }
  const now = service.now();
  const challenge = await readChallenge(service.store, { token, proof: proof ?? "", postId }, now);
  if (!challenge) return { ok: false, refusal: { reason: "expired" } };
  if (now - challenge.issuedAt < shortestWriting) {
    return { ok: false, refusal: { reason: "too-fast" } };
  }
  // Only our script has the field; the form alone has not.
  const canProve = proof !== undefined && proof !== noProof;
  const effort = challenge.proven ? "done" : canProve ? "could-work" : "waited";
  return { ok: true, effort, key: challenge.nonce };
}

/** Keys are the browser's; what is stored can't be guessed from another thread. */
const keyOf = (postId: string, key: string): string =>
  createHash("sha256").update(`${postId}\0${key}`).digest("base64url");
