import { createHash } from "node:crypto";
import { hashText, longest, readWebsite, trimText } from "@/lib/comments/read-draft";
import type { IncomingComment } from "@/lib/comments/store/transfer-comments";
import { findTextFault, isSeen } from "@/lib/comments/text-faults";
import type { ArchivedComment, Skipped } from "@/lib/comments/transfer/comment-archive";
import { createCommentId } from "@/lib/discussion/comment-id";

/** A comment of another system as it could be stored; or why it can't. */
export function toIncoming(
  comment: ArchivedComment,
  { postId, parentId }: { postId: string; parentId?: string | undefined },
): IncomingComment | Skipped {
  const { key, place, status, email, createdAt, editedAt } = comment;
  const isDeleted = status === "deleted";
  const name = isDeleted ? "" : cutName(clean(comment.name.replace(/\s+/gu, " ").trim()));
  const text = isDeleted ? "" : trimText(clean(comment.text));
  if (!isDeleted && !isSeen(text)) return { place, reason: "it has no text" };
  if (!isDeleted && !isSeen(name)) return { place, reason: "it has no name" };
  const website = comment.website === undefined ? undefined : readWebsite(comment.website);
  return {
    id: idOf(key, createdAt),
    postId,
    status,
    name,
    text,
    textHash: isDeleted ? "" : hashText(text),
    createdAt: new Date(createdAt).toISOString(),
    version: 1,
    // Nobody's browser has a secret with this hash: what comes from elsewhere can't be changed by readers.
    writerHash: isDeleted ? "" : hash(`${key.split(":")[0]}\0${comment.writer}`).slice(0, 22),
    idempotencyKey: `import:${key}`,
    ...(parentId === undefined ? {} : { parentId }),
    ...(editedAt === undefined ? {} : { editedAt: new Date(editedAt).toISOString() }),
    ...(isDeleted || email === undefined ? {} : { email }),
    ...(isDeleted || website === undefined ? {} : { website }),
  };
}

/** The same whenever it is brought in; another one for another salt, where two should meet. */
export const idOf = (key: string, createdAt: number, salt = 0): string =>
  createCommentId(
    createdAt,
    createHash("sha256")
      .update(salt === 0 ? key : `${key}\0${salt}`)
      .digest(),
  );

const hash = (text: string) => createHash("sha256").update(text).digest("base64url");

const cutName = (name: string): string => [...name].slice(0, longest.name).join("");

/** What can't be shown is taken out: here is nobody who could be asked to write it again. */
function clean(text: string): string {
  const plain = text.normalize("NFC").replace(/\r\n?/g, "\n");
  if (findTextFault(plain) === undefined) return plain;
  return [...plain.replace(/(\p{M}{3})\p{M}+/gu, "$1")]
    .filter((character) => {
      const fault = findTextFault(character);
      return fault !== "unreadable" && fault !== "direction";
    })
    .join("");
}
