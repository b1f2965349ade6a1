import type { CommentService } from "@/lib/comments/comment-service";
import { commentWords } from "@/lib/comments/edition";
import { findClientAddress } from "@/lib/comments/http/client-address";
import { readGuardedForm, type SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { refuseOutright, sayProblems } from "@/lib/comments/http/refuse";
import {
  messageOf,
  respondWithJson,
  respondWithPage,
  statusOf,
  wantsJson,
} from "@/lib/comments/http/respond";
import { findWriter } from "@/lib/comments/http/writer-cookie";
import { buildOwnPage } from "@/lib/comments/markup/own-page";
import { buildCommentHtml } from "@/lib/comments/markup/thread-markup";
import {
  type Changed,
  deleteOwnComment,
  editOwnComment,
  listOwnComments,
} from "@/lib/comments/own-comments";
import { type Comment, toThreadComment } from "@/lib/discussion/comment";
import type { Fields } from "@/lib/discussion/draft-fields";

/** What the browser that asks has written and may still change. */
export async function answerOwnComments(
  { headers }: Request,
  service: CommentService,
  { siteUrl }: SiteOfRequest,
): Promise<Response> {
  const { hash } = await findWriter(service.store, headers, { now: service.now(), siteUrl });
  const comments = hash === "" ? [] : await listOwnComments(service, hash);
  if (wantsJson(headers)) {
    return respondWithJson({ comments: comments.map((one) => describe(service, one)) }, 200);
  }
  return respondWithPage(buildOwnPage({ comments, settings: service.settings }), 200);
}

/** A change: `intent` is `edit` or `delete`. */
export async function answerChange(
  request: Request,
  service: CommentService,
  site: SiteOfRequest,
): Promise<Response> {
  const { headers } = request;
  const form = await readGuardedForm(request, site);
  if (!form.ok) return refuseOutright(headers, form.refusal);
  const { fields } = form;
  const { hash } = await findWriter(service.store, headers, { now: service.now(), ...site });
  const change = fields.intent === "delete" ? deleteOwnComment : editOwnComment;
  const address = findClientAddress(headers, site);
  const changed = await change(service, fields, { address, writerHash: hash });
  return wantsJson(headers)
    ? respondWithData(service, changed)
    : respondWithList(service, { changed, fields, hash });
}

function respondWithData(service: CommentService, changed: Changed): Response {
  if (changed.ok) {
    const { comment } = changed;
    const data = comment.status === "deleted" ? { id: comment.id } : describe(service, comment);
    return respondWithJson({ ok: true, ...data }, 200);
  }
  const { refusal, comment } = changed;
  const problems = refusal.reason === "fields" ? refusal.problems : {};
  const isThere = comment?.status === "visible" || comment?.status === "held";
  const data = {
    // What it is by now, for the next try.
    ...(refusal.reason === "changed" && isThere ? describe(service, comment) : {}),
    ok: false,
    reason: refusal.reason,
    message: messageOf(refusal),
    problems: sayProblems(problems, service),
  };
  return respondWithJson(data, statusOf(refusal));
}

/** The list as it is now, with what came of the change; what was typed stays where it was refused. */
async function respondWithList(
  service: CommentService,
  { changed, fields, hash }: { changed: Changed; fields: Fields; hash: string },
): Promise<Response> {
  const comments = hash === "" ? [] : await listOwnComments(service, hash);
  const page = buildOwnPage({
    comments,
    settings: service.settings,
    message: sayChange(service, changed),
    ...(changed.ok ? {} : { refused: { id: fields.id ?? "", text: fields.text ?? "" } }),
  });
  return respondWithPage(page, changed.ok ? 200 : statusOf(changed.refusal));
}

function sayChange(service: CommentService, changed: Changed): string {
  if (changed.ok)
    return changed.comment.status === "deleted" ? commentWords().deleted : commentWords().saved;
  const { refusal } = changed;
  if (refusal.reason !== "fields") return messageOf(refusal);
  return Object.values(sayProblems(refusal.problems, service)).join(" ");
}

function describe({ settings, now }: CommentService, comment: Comment) {
  const { id, postId, parentId = "", status, text, version, createdAt } = comment;
  const age = now() - Date.parse(createdAt);
  return {
    id,
    postId,
    parentId,
    status,
    text,
    version,
    html: buildCommentHtml(toThreadComment(comment), { isOpen: status === "visible" }),
    secondsLeft: Math.max(0, Math.round(settings.editMinutes * 60 - age / 1000)),
  };
}
