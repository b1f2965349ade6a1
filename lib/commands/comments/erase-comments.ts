import type { Client } from "@libsql/client";
import { UsageError } from "@/lib/commands/arguments/usage-error.mjs";
import type { CommentsOptions } from "@/lib/commands/comments/comments-options";
import { refreshThreads } from "@/lib/commands/comments/refresh-threads";
import { comments } from "@/lib/commands/declarations/comments.mjs";
import { findClientAddress, peerAddressHeader } from "@/lib/comments/http/client-address";
import { hashAddress } from "@/lib/comments/keyring";
import {
  type ErasureRequest,
  eraseComments,
  findErasable,
} from "@/lib/comments/store/erase-comments";
import { isCommentId } from "@/lib/discussion/comment-id";
import { printable } from "@/lib/printable.mjs";

type EraseOptions = Extract<CommentsOptions, { command: "erase" }>;

/** A reader's request to erase what they wrote: by e-mail, one comment, or all from an address as far as it is known. */
export async function eraseForReader(
  store: Client,
  { by, value, dryRun }: EraseOptions,
): Promise<void> {
  const found = await findErasable(store, await toRequest(store, by, value));
  for (const { id, postId, name, createdAt } of found) {
    console.log(`${id}  ${createdAt}  post ${postId}  ${printable(JSON.stringify(name))}`);
  }
  const count = `${found.length} ${found.length === 1 ? "comment" : "comments"}`;
  console.log(dryRun ? `${count} would be erased` : `${count} erased; replies stay`);
  if (dryRun || found.length === 0) return;
  const ids = found.map(({ id }) => id);
  await eraseComments(store, ids, Date.now());
  await refreshThreads([...new Set(found.map(({ postId }) => postId))]);
}

const misused = (reason: string) => new UsageError(reason, comments.commands.erase);

/** @throws UsageError where the value can't be what it is said to be */
async function toRequest(
  store: Client,
  by: EraseOptions["by"],
  value: string,
): Promise<ErasureRequest> {
  if (by === "email") return { email: value };
  if (by === "id") {
    // As it stands in a comment's address.
    const id = value.replace(/^.*comments\/|^.*#comment-/, "");
    if (!isCommentId(id)) throw misused(`${printable(value)} is no id of a comment`);
    return { id };
  }
  const address = findClientAddress(new Headers({ [peerAddressHeader]: value }), {
    trustedProxies: [],
  });
  if (address === "unknown") throw misused(`${printable(value)} is no IPv4 or IPv6 address`);
  return { addressHashes: await hashAddress(store, address, Date.now()) };
}
