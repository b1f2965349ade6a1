import { z } from "zod";
import { readWebsite } from "@/lib/comments/read-draft";
import { commentStatuses } from "@/lib/discussion/comment";
import { isCommentId } from "@/lib/discussion/comment-id";

/**
 * Our own format, one JSON object; `comments` has one line for each comment, in the order of time. It holds everything of the
 * database but its keys, sessions, failed logins and notices: so hashes of addresses mean something only beside the same
 * keys. It holds e-mail addresses; keep it like the database itself.
 */
export const portableFormat = "masthead-comments";

/** Raised where a reader of the version before would misunderstand it. */
export const portableVersion = 1;

const instant = z.iso.datetime({ error: "must be an instant such as 2024-05-01T00:00:00.000Z" });

const optionalText = z.string().exactOptional();

export const portableComment = z.strictObject({
  id: z.string().refine(isCommentId, "is no id of a comment"),
  postId: z.string().regex(/^[\w.-]{1,64}$/, "is no id of a post"),
  parentId: z.string().refine(isCommentId, "is no id of a comment").exactOptional(),
  status: z.enum(commentStatuses),
  name: z.string(),
  email: optionalText,
  /** It becomes a link: nothing but addresses of the web may be one. */
  website: z
    .string()
    .refine((address) => readWebsite(address) === address, "is no address of the web")
    .exactOptional(),
  text: z.string(),
  createdAt: instant,
  editedAt: instant.exactOptional(),
  version: z.int().min(1),
  writerHash: z.string(),
  addressHash: optionalText,
  /** So that a late try to hand the same comment in is known, and the same export brought in twice. */
  idempotencyKey: optionalText,
});

export type PortableComment = z.infer<typeof portableComment>;

export const portableClosedThread = z.strictObject({ postId: z.string(), closedAt: instant });

export const portableBlock = z.strictObject({
  kind: z.enum(["address", "word"]),
  value: z.string(),
  createdAt: instant,
});

export const portableLine = z.strictObject({
  at: instant,
  actor: z.string(),
  action: z.string(),
  commentId: optionalText,
  detail: z.string(),
});

/** Everything but the entries, which are looked at one by one. */
export const portableFile = z.looseObject({
  format: z.literal(portableFormat),
  version: z.literal(portableVersion, {
    error: `is not ${portableVersion}, the version that this site can read`,
  }),
  exportedAt: instant,
  comments: z.array(z.unknown()),
  closedThreads: z.array(z.unknown()).default([]),
  blocks: z.array(z.unknown()).default([]),
  log: z.array(z.unknown()).default([]),
});
