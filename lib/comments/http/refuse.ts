import { createChallenge, proofBits } from "@/lib/comments/challenge";
import type { CommentService } from "@/lib/comments/comment-service";
import { commentWords } from "@/lib/comments/edition";
import {
  headersOf,
  messageOf,
  respondWithJson,
  respondWithPage,
  statusOf,
  wantsJson,
} from "@/lib/comments/http/respond";
import { buildFormPage, buildMessagePage } from "@/lib/comments/markup/form-page";
import { longest } from "@/lib/comments/read-draft";
import type { FieldProblems, Fields } from "@/lib/discussion/draft-fields";
import type { Refusal } from "@/lib/discussion/refusal";
import type { ThreadPost } from "@/lib/publication";

/** What problems of fields are, in the reader's language. */
export function sayProblems(
  problems: FieldProblems,
  { settings }: CommentService,
): Record<string, string> {
  const lengths: Readonly<Record<string, number>> = longest;
  const said = Object.entries(problems).map(([field, problem]) => {
    const maxLength = lengths[field] ?? settings.maxLength;
    return [field, commentWords().problems[problem]({ ...settings, maxLength })];
  });
  return Object.fromEntries(said);
}

/** A refusal of something that has no form to come back to. */
export function refuseOutright(headers: Headers, refusal: Refusal, post?: ThreadPost): Response {
  const message = messageOf(refusal);
  if (wantsJson(headers)) {
    const data = { ok: false, reason: refusal.reason, message };
    return respondWithJson(data, statusOf(refusal), headersOf(refusal));
  }
  const page = buildMessagePage(commentWords().title, message, post);
  return respondWithPage(page, statusOf(refusal), headersOf(refusal));
}

/** Refusals that another try with a new token can get past. */
const renewed: ReadonlySet<Refusal["reason"]> = new Set([
  "proof-needed",
  "expired",
  "key-used",
  // Of this key: its comment was deleted.
  "no-such-comment",
]);

/** A refusal of a comment: its form comes back with all that was typed, and with what the next try needs. */
export async function refuseComment(
  service: CommentService,
  headers: Headers,
  { refusal, fields, post }: { refusal: Refusal; fields: Fields; post: ThreadPost },
): Promise<Response> {
  const problems = refusal.reason === "fields" ? refusal.problems : {};
  const isRenewed = renewed.has(refusal.reason);
  if (wantsJson(headers)) {
    const bits = refusal.reason === "proof-needed" ? proofBits : 0;
    const data = {
      ok: false,
      reason: refusal.reason,
      message: messageOf(refusal),
      problems: sayProblems(problems, service),
      ...(isRenewed
        ? { challenge: await createChallenge(service.store, post.id, bits, service.now()) }
        : {}),
    };
    return respondWithJson(data, statusOf(refusal), headersOf(refusal));
  }
  const hasLostParent = refusal.reason === "no-such-parent";
  const message = [messageOf(refusal), ...(hasLostParent ? [commentWords().nowAnswersPost] : [])];
  const page = buildFormPage({
    title: commentWords().notPosted,
    post,
    ...(refusal.reason === "fields" ? {} : { message: message.join(" ") }),
    form: {
      fields: hasLostParent ? { ...fields, parent: "" } : fields,
      problems,
      bounds: service.settings,
      token: await keepToken(service, isRenewed ? {} : fields, post),
    },
  });
  return respondWithPage(page, statusOf(refusal), headersOf(refusal));
}

/** The token of a form that comes back: the one that it had, or a new one. */
export async function keepToken(
  { store, now }: CommentService,
  { token }: Fields,
  post: ThreadPost,
): Promise<string> {
  return token || (await createChallenge(store, post.id, 0, now())).token;
}
