import type { CommentService } from "@/lib/comments/comment-service";
import { createComment, findOpenPost } from "@/lib/comments/create-comment";
import { commentWords } from "@/lib/comments/edition";
import { findClientAddress } from "@/lib/comments/http/client-address";
import { readGuardedForm, type SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { refuseKeepingWords } from "@/lib/comments/http/keep-words";
import { keepToken, refuseComment, refuseOutright } from "@/lib/comments/http/refuse";
import { respondWithJson, respondWithPage, seeOther, wantsJson } from "@/lib/comments/http/respond";
import { findOrCreateWriter } from "@/lib/comments/http/writer-cookie";
import { anchors } from "@/lib/comments/markup/anchors";
import { buildFormPage } from "@/lib/comments/markup/form-page";
import { buildCommentHtml, buildTextHtml } from "@/lib/comments/markup/thread-markup";
import { findTextProblem, readText } from "@/lib/comments/read-draft";
import { findComment } from "@/lib/comments/store/read-comments";
import { findCommentPlace } from "@/lib/comments/store/read-threads";
import type { Outcome } from "@/lib/comments/submission-queue";
import { toThreadComment } from "@/lib/discussion/comment";
import type { Fields } from "@/lib/discussion/draft-fields";
import type { ThreadPost } from "@/lib/publication";
import { commentsUrl } from "@/lib/urls";

/** A comment, or with `intent=preview` a look at it, from a form or from a script. */
export async function answerPost(
  request: Request,
  service: CommentService,
  site: SiteOfRequest,
): Promise<Response> {
  const { headers } = request;
  const form = await readGuardedForm(request, site);
  if (!form.ok) return refuseOutright(headers, form.refusal);
  const { fields } = form;
  const address = findClientAddress(headers, site);
  if (fields.intent === "preview") return preview(service, headers, { fields, address });

  const { hash, isNew, setCookie } = await findOrCreateWriter(service.store, headers, {
    now: service.now(),
    siteUrl: site.siteUrl,
  });
  const created = await createComment(service, fields, {
    address,
    writerHash: hash,
    writerIsNew: isNew,
  });
  if (!created.ok) {
    const { refusal, post } = created;
    return post?.comments && refusal.reason !== "closed"
      ? refuseComment(service, headers, { refusal, fields, post })
      : refuseKeepingWords(headers, { refusal, fields, post });
  }
  const cookie = { "set-cookie": setCookie };
  return wantsJson(headers)
    ? respondWithJson(
        { ok: true, ...(await describe(service, created)) },
        created.isNew ? 201 : 200,
        cookie,
      )
    : seeOther(await findLocation(service, created), cookie);
}

type Accepted = Extract<Outcome, { ok: true }> & { post: ThreadPost };

/** Where its writer is led: to the page on which it is, or to word that it was received. */
async function findLocation({ store, settings }: CommentService, { id, status, post }: Accepted) {
  if (status !== "visible") return `${commentsUrl(post.slug, 1)}#${anchors.held}`;
  const place = await findCommentPlace(store, id, settings);
  return `${commentsUrl(post.slug, place?.page ?? 1)}#${anchors.published}`;
}

/** What a script needs to show a comment that was just written. */
async function describe({ store }: CommentService, { id, status }: Accepted) {
  const comment = await findComment(store, id);
  const isShown = comment !== undefined && (status === "visible" || status === "held");
  return {
    id,
    status,
    ...(isShown
      ? {
          version: comment.version,
          html: buildCommentHtml(toThreadComment(comment), { isOpen: status === "visible" }),
        }
      : {}),
  };
}

async function preview(
  service: CommentService,
  headers: Headers,
  { fields, address }: { fields: Fields; address: string },
): Promise<Response> {
  const found = await findOpenPost(service, fields.post ?? "");
  if (!found.ok) return refuseKeepingWords(headers, { ...found, fields });
  const { post } = found;
  const retryAfter = service.allowances.previews.take(address, service.now());
  if (retryAfter > 0) {
    const refusal = { reason: "too-many-from-address", retryAfter } as const;
    return refuseComment(service, headers, { refusal, fields, post });
  }
  const text = readText(fields, service.settings);
  const problem = findTextProblem(text, service.settings);
  if (problem) {
    const refusal = { reason: "fields", problems: { text: problem } } as const;
    return refuseComment(service, headers, { refusal, fields, post });
  }
  if (wantsJson(headers)) return respondWithJson({ ok: true, html: buildTextHtml(text) }, 200);
  const token = await keepToken(service, fields, post);
  const page = buildFormPage({
    title: commentWords().preview,
    post,
    preview: text,
    form: { fields, bounds: service.settings, token },
  });
  return respondWithPage(page, 200);
}
