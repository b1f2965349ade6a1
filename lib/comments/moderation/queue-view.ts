import { isCommentAct } from "@/lib/comments/moderation/acts";
import type { Moderated } from "@/lib/comments/moderation/moderate";
import type { CommentAct } from "@/lib/discussion/acts";
import { type CommentStatus, commentStatuses } from "@/lib/discussion/comment";
import { parsePageNumber } from "@/lib/site/page-number";
import { moderationUrl } from "@/lib/urls";

/** What a moderator looks at, as the address of the page says it. */
export interface QueueView {
  status: CommentStatus | "all";
  words: string;
  postId?: string;
  /** From 1. */
  page: number;
}

/** In characters. */
const longestSearch = 200;

export function readQueueView(parameters: URLSearchParams): QueueView {
  const status = parameters.get("status");
  const postId = parameters.get("post") ?? "";
  const words = (parameters.get("q") ?? "").normalize("NFC").trim().slice(0, longestSearch);
  return {
    status:
      status === "all" ? status : (commentStatuses.find((known) => known === status) ?? "held"),
    words,
    ...(/^[\w.-]{1,64}$/.test(postId) ? { postId } : {}),
    page: parsePageNumber(parameters.get("page") ?? "") ?? 1,
  };
}

/** The address of a view, in one spelling. @param done what the page says on top */
export function queueUrl({ status, words, postId, page }: QueueView, done?: Moderated): string {
  const parameters = new URLSearchParams({
    ...(status === "held" ? {} : { status }),
    ...(words === "" ? {} : { q: words }),
    ...(postId === undefined ? {} : { post: postId }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(done === undefined ? {} : { done: `${done.act}.${done.changed}.${done.unchanged}` }),
  });
  return parameters.size === 0 ? moderationUrl : `${moderationUrl}?${parameters}`;
}

/** What came of the act that led here. Numbers and a known word: no link can put other words into the page. */
export function readDone(parameters: URLSearchParams): Moderated | undefined {
  const [act = "", changed = "", unchanged = ""] = (parameters.get("done") ?? "").split(".");
  const isCount = /^\d{1,6}$/;
  if (!(isCommentAct(act) && isCount.test(changed) && isCount.test(unchanged))) return undefined;
  return { act: act satisfies CommentAct, changed: Number(changed), unchanged: Number(unchanged) };
}
