import { holdsWord } from "@/lib/comments/blocked-words";
import type { Submission, SubmissionFacts } from "@/lib/comments/store/submissions";
import type { CommentStatus } from "@/lib/discussion/comment";
import type { Refusal } from "@/lib/discussion/refusal";
import type { CommentSettings, RateLimit } from "@/lib/site/comment-settings";

/** A comment on its way, with what its form showed besides the words. */
export interface Candidate extends Submission {
  /**
   * `done`: the browser proved work. `waited`: the form came from us, was sent after a while, and can bring no more than
   * that. `could-work`: so it is with a script that is able to prove work and hasn't been asked to.
   */
  effort: "none" | "could-work" | "waited" | "done";
}

type Decision =
  /** It is here already: the same try, once more. */
  | { kind: "known"; id: string; status: CommentStatus }
  | { kind: "store"; status: "visible" | "held" }
  | { kind: "refuse"; refusal: Refusal };

export type DecisionSettings = Pick<CommentSettings, "moderation" | "limits" | "proofFrom">;

const refuse = (refusal: Refusal): Decision => ({ kind: "refuse", refusal });

const secondsOf = ({ minutes }: RateLimit) => minutes * 60;

/** What becomes of a comment, from what the store knows about it. */
export function decide(
  candidate: Candidate,
  facts: SubmissionFacts,
  blockedWords: readonly string[],
  { moderation, limits, proofFrom }: DecisionSettings,
): Decision {
  const { existing, duplicate } = facts;
  if (existing) {
    if (existing.status === "deleted") return refuse({ reason: "no-such-comment" });
    if (existing.textHash !== candidate.textHash) return refuse({ reason: "key-used" });
    return { kind: "known", ...existing };
  }
  if (duplicate) {
    // Without a key nobody can tell a second click on "post" from a second comment.
    if (candidate.idempotencyKey) return refuse({ reason: "duplicate" });
    return { kind: "known", ...duplicate };
  }
  if (!facts.parentIsVisible) return refuse({ reason: "no-such-parent" });
  if (facts.threadIsClosed) return refuse({ reason: "closed" });
  if (facts.addressIsBlocked) return refuse({ reason: "blocked" });
  if (facts.fromAddress >= limits.address.count) {
    return refuse({ reason: "too-many-from-address", retryAfter: secondsOf(limits.address) });
  }
  if (facts.inThread >= limits.thread.count) {
    return refuse({ reason: "too-many-in-thread", retryAfter: secondsOf(limits.thread) });
  }
  const isBusy =
    facts.fromAddress >= limits.address.count * proofFrom ||
    facts.inThread >= limits.thread.count * proofFrom;
  if (isBusy && (candidate.effort === "none" || candidate.effort === "could-work")) {
    return refuse({ reason: "proof-needed" });
  }
  const mustWait =
    moderation === "all" ||
    (moderation === "first" && !facts.writerIsKnown) ||
    // Without a script there is no proof: a person looks at it instead.
    (isBusy && candidate.effort === "waited") ||
    holdsWord(candidate, blockedWords);
  return { kind: "store", status: mustWait ? "held" : "visible" };
}
