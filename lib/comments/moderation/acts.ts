import type { Seen } from "@/lib/comments/store/moderate-comments";
import { type BulkAct, bulkActs, type CommentAct, commentActs } from "@/lib/discussion/acts";
import { isCommentId } from "@/lib/discussion/comment-id";
import type { Fields } from "@/lib/discussion/draft-fields";

/** Comments that one press of such a button reaches at most: a short transaction, and a list that can be looked over. */
export const mostAtOnce = 200;

/** What is to be done with all that match. */
export const readBulkAct = ({ every }: Fields): BulkAct | undefined =>
  bulkActs.find((act) => act === every);

/** An act as a form asks for it. */
export interface ActRequest {
  act: CommentAct;
  /** The comments that it is for; of `close` and `open`, one of the thread. */
  seen: readonly Seen[];
}

/** Name of the field that chooses a comment; its value is the version that was on the page. */
export const pickField = (id: string): string => `pick-${id}`;

/** Value of a button that does something with one comment alone. */
export const actOnOne = (act: CommentAct, { id, version }: Seen): string =>
  `${act} ${id} ${version}`;

/** A button beside one comment (`one`), or one for all that are chosen (`act`); nothing where the form has neither. */
export function readActRequest(fields: Fields): ActRequest | undefined {
  const [act = "", id = "", version = ""] = (fields.one ?? fields.act ?? "").split(" ");
  if (!isCommentAct(act)) return undefined;
  if (fields.one !== undefined) {
    const seen = readSeen(id, version);
    return seen && { act, seen: [seen] };
  }
  const seen = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith("pick-") ? (readSeen(name.slice("pick-".length), value) ?? []) : [],
  );
  return { act, seen };
}

const readSeen = (id: string, version: string): Seen | undefined =>
  isCommentId(id) && /^[1-9]\d{0,8}$/.test(version) ? { id, version: Number(version) } : undefined;

export const isCommentAct = (text: string): text is CommentAct =>
  commentActs.some((act) => act === text);
