import { foldWord } from "@/lib/comments/blocked-words";
import { moderationWords } from "@/lib/comments/edition";
import { readGuardedForm, type SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { respondWithPage, seeOther, statusOf } from "@/lib/comments/http/respond";
import { findNamedPost } from "@/lib/comments/moderation/find-named-post";
import { type BlocksPage, buildBlocksPage } from "@/lib/comments/moderation/markup/blocks-page";
import { buildRefusalPage } from "@/lib/comments/moderation/markup/refusal-page";
import type { ModerationService, Moderator } from "@/lib/comments/moderation/moderation-service";
import { createWordBlock, deleteBlock, readBlocks } from "@/lib/comments/store/blocks";
import { readClosedThreads, setThreadClosed } from "@/lib/comments/store/closed-threads";
import { countCharacters, findTextFault, isSeen } from "@/lib/comments/text-faults";
import type { Fields } from "@/lib/discussion/draft-fields";
import { moderationBlocksUrl } from "@/lib/urls";

/** Of a blocked word, in characters. A single letter would hold nearly everything back. */
const bounds = { shortest: 2, longest: 100 };

interface Desk {
  service: ModerationService;
  moderator: Moderator;
  site: SiteOfRequest;
}

export const answerBlocks = (_: Request, desk: Desk): Promise<Response> =>
  respondWithBlocks(desk, { status: 200 });

/** `intent` is `block` with `word`, `close` with `post`, `unblock-word` or `unblock-address` with `value`, or `open` with `value`, a post's id. */
export async function answerBlockChange(request: Request, desk: Desk): Promise<Response> {
  const form = await readGuardedForm(request, desk.site);
  if (!form.ok) return respondWithPage(buildRefusalPage(form.refusal), statusOf(form.refusal));
  const { fields } = form;
  if (fields.intent === "block") return blockWord(desk, fields);
  if (fields.intent === "close") return closeThread(desk, fields);
  await change(desk, fields);
  return seeOther(moderationBlocksUrl);
}

async function blockWord(desk: Desk, fields: Fields): Promise<Response> {
  const { service, moderator } = desk;
  const typed = fields.word ?? "";
  const word = foldWord(typed);
  const length = countCharacters(word);
  const isWord =
    isSeen(word) &&
    findTextFault(word) === undefined &&
    length >= bounds.shortest &&
    length <= bounds.longest;
  if (!isWord) {
    return respondWithBlocks(desk, {
      status: 422,
      message: moderationWords().blocks.missing,
      typed,
    });
  }
  const isNew = await createWordBlock(service.store, word, moderator.actor, service.now());
  const message = isNew
    ? moderationWords().blocks.added(word)
    : moderationWords().blocks.known(word);
  return respondWithBlocks(desk, { status: 200, message });
}

/** Also of a post that nobody has commented on yet. */
async function closeThread(desk: Desk, { post: typedPost = "" }: Fields): Promise<Response> {
  const { service, moderator } = desk;
  const post = await findNamedPost(service, typedPost);
  if (!post) {
    return respondWithBlocks(desk, {
      status: 422,
      message: moderationWords().blocks.noPost,
      typedPost,
    });
  }
  const thread = { postId: post.id, isClosed: true, actor: moderator.actor };
  const isChanged = await setThreadClosed(service.store, thread, service.now());
  if (isChanged) await service.threadChanged(post.id);
  return respondWithBlocks(desk, { status: 200, message: moderationWords().done.close(1) });
}

async function change({ service, moderator }: Desk, { intent, value = "" }: Fields): Promise<void> {
  const { store, now, threadChanged } = service;
  const { actor } = moderator;
  if (intent === "unblock-word") await deleteBlock(store, { kind: "word", value }, actor, now());
  if (intent === "unblock-address") {
    await deleteBlock(store, { kind: "address", value }, actor, now());
  }
  if (intent === "open") {
    const thread = { postId: value, isClosed: false, actor };
    if (await setThreadClosed(store, thread, now())) await threadChanged(value);
  }
}

async function respondWithBlocks(
  { service, moderator }: Desk,
  {
    status,
    ...said
  }: { status: number } & Partial<Pick<BlocksPage, "message" | "typed" | "typedPost">>,
): Promise<Response> {
  const { store, findThreadPost } = service;
  const [blocks, threads] = await Promise.all([readBlocks(store), readClosedThreads(store)]);
  const closed = await Promise.all(
    threads.map(async (thread) => ({
      ...thread,
      post: await findThreadPost({ id: thread.postId }),
    })),
  );
  return respondWithPage(buildBlocksPage({ blocks, closed, moderator, ...said }), status);
}
