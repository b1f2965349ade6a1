import { moderationWords } from "@/lib/comments/edition";
import { readGuardedForm, type SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { respondWithPage, seeOther, statusOf } from "@/lib/comments/http/respond";
import {
  type ActRequest,
  mostAtOnce,
  readActRequest,
  readBulkAct,
} from "@/lib/comments/moderation/acts";
import { buildConfirmPage } from "@/lib/comments/moderation/markup/confirm-page";
import { buildQueuePage } from "@/lib/comments/moderation/markup/queue-page";
import { buildRefusalPage } from "@/lib/comments/moderation/markup/refusal-page";
import { moderate } from "@/lib/comments/moderation/moderate";
import type { ModerationService, Moderator } from "@/lib/comments/moderation/moderation-service";
import {
  type QueueView,
  queueUrl,
  readDone,
  readQueueView,
} from "@/lib/comments/moderation/queue-view";
import {
  type QueueFilter,
  readEntries,
  readMatching,
  readQueue,
} from "@/lib/comments/store/read-queue";
import { statusOfAct } from "@/lib/discussion/acts";
import type { Fields } from "@/lib/discussion/draft-fields";
import type { ThreadPost } from "@/lib/publication";

/** Comments on a page of the queue. */
const pageSize = 25;

interface Desk {
  service: ModerationService;
  moderator: Moderator;
  site: SiteOfRequest;
}

export async function answerQueue({ url }: Request, desk: Desk): Promise<Response> {
  const { searchParams } = new URL(url);
  const view = readQueueView(searchParams);
  return respondWithQueue(desk, view, { status: 200, done: readDone(searchParams) });
}

/** An act, or for what can't be undone first the question whether it is meant. */
export async function answerAct(request: Request, desk: Desk): Promise<Response> {
  const { service, moderator, site } = desk;
  const form = await readGuardedForm(request, site);
  if (!form.ok) return respondWithPage(buildRefusalPage(form.refusal), statusOf(form.refusal));
  const { fields } = form;
  const view = readQueueView(new URLSearchParams(fields.view ?? ""));
  const asked = (await readBulkRequest(service, fields, view)) ?? readActRequest(fields);
  if (!asked || asked.seen.length === 0) {
    return respondWithQueue(desk, view, { status: 422, message: moderationWords().nothingChosen });
  }
  if (asked.act === "delete" && fields.confirmed !== "yes") {
    const ids = asked.seen.map(({ id }) => id);
    const comments = (await readEntries(service.store, ids)).filter(
      ({ status }) => status !== "deleted",
    );
    return respondWithPage(buildConfirmPage({ comments, view, moderator }), 200);
  }
  return seeOther(queueUrl(view, await moderate(service, moderator, asked)));
}

/** What one button does with all that match, as they are now; a second press goes on from there. */
async function readBulkRequest(
  service: ModerationService,
  fields: Fields,
  view: QueueView,
): Promise<ActRequest | undefined> {
  const act = readBulkAct(fields);
  if (!act) return undefined;
  const chosen = { except: statusOfAct[act], most: mostAtOnce };
  return { act, seen: await readMatching(service.store, await toFilter(service, view), chosen) };
}

async function toFilter(
  { listThreadPostIds }: ModerationService,
  { status, postId, words }: QueueView,
): Promise<QueueFilter> {
  return {
    ...(status === "all" ? {} : { status }),
    ...(postId === undefined ? {} : { postId }),
    ...(words === "" ? {} : { search: { words, postIds: await listThreadPostIds(words) } }),
  };
}

type Said = { status: number } & Partial<
  Pick<Parameters<typeof buildQueuePage>[0], "message"> & {
    done: ReturnType<typeof readDone>;
  }
>;

async function respondWithQueue(
  { service, moderator }: Desk,
  view: QueueView,
  { status, message, done }: Said,
): Promise<Response> {
  const filter = await toFilter(service, view);
  const queue = await readQueue(service.store, filter, { page: view.page, pageSize });
  // What was the last page may be gone once all on it has been dealt with.
  if (view.page > queue.pageCount)
    return seeOther(queueUrl({ ...view, page: queue.pageCount }, done));
  const ids = queue.entries.map(({ comment }) => comment.postId);
  const posts = await findThreadPosts(
    service,
    view.postId === undefined ? ids : [...ids, view.postId],
  );
  return respondWithPage(
    buildQueuePage({ queue, posts, view, moderator, now: service.now(), done, message }),
    status,
  );
}

async function findThreadPosts(
  { findThreadPost }: ModerationService,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ThreadPost>> {
  const posts = new Map<string, ThreadPost>();
  const found = await Promise.all([...new Set(ids)].map((id) => findThreadPost({ id })));
  for (const post of found) if (post) posts.set(post.id, post);
  return posts;
}
