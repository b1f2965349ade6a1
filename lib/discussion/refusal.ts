import type { FieldProblems } from "@/lib/discussion/draft-fields";

/** Why a comment, or a change of one, is not taken. The messages say each of them in the reader's language. */
export type Refusal =
  | { reason: "fields"; problems: FieldProblems }
  /** `retryAfter` in seconds. */
  | { reason: "too-many-from-address" | "too-many-in-thread"; retryAfter: number }
  | { reason: Exclude<RefusalReason, "fields" | "too-many-from-address" | "too-many-in-thread"> };

/** Each with the status of its response. */
export const refusalStatus = {
  /** The request itself can't be read. */
  unreadable: 400,
  "too-large": 413,
  "wrong-type": 415,
  "cross-site": 403,
  "no-such-post": 404,
  "not-open": 403,
  closed: 403,
  fields: 422,
  /** The field that people don't see was filled in. */
  trap: 422,
  "too-fast": 422,
  "too-many-from-address": 429,
  "too-many-in-thread": 429,
  /** Many comments are coming in: a browser has to prove work, a form without script has to be sent once more. */
  "proof-needed": 428,
  /** The form was opened too long ago, or isn't ours. */
  expired: 422,
  duplicate: 409,
  "no-such-parent": 409,
  /** The same key came with other words. */
  "key-used": 409,
  blocked: 403,
  "no-such-comment": 404,
  "not-yours": 403,
  "too-late": 403,
  /** Someone, perhaps the same person in another window, was faster. */
  changed: 409,
  unavailable: 503,
} as const;

export type RefusalReason = keyof typeof refusalStatus;
