import type { Element } from "hast";
import { h } from "@/lib/comments/markup/h";
import { mostAtOnce } from "@/lib/comments/moderation/acts";
import { buildKeys } from "@/lib/comments/moderation/markup/keys";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import { buildPages } from "@/lib/comments/moderation/markup/pages";
import { buildEntry } from "@/lib/comments/moderation/markup/queue-entry";
import type { Moderated } from "@/lib/comments/moderation/moderate";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import { type QueueView, queueUrl } from "@/lib/comments/moderation/queue-view";
import type { Queue } from "@/lib/comments/store/read-queue";
import { bulkActs, commentActs, statusOfAct } from "@/lib/discussion/acts";
import { type CommentStatus, commentStatuses } from "@/lib/discussion/comment";
import { messages as siteMessages } from "@/lib/messages/messages";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";
import type { ThreadPost } from "@/lib/publication";
import { moderationUrl } from "@/lib/urls";

interface QueuePage {
  queue: Queue;
  /** By id; those that are public. */
  posts: ReadonlyMap<string, ThreadPost>;
  view: QueueView;
  moderator: Moderator;
  /** Milliseconds. */
  now: number;
  /** The act that led here. */
  done?: Moderated | undefined;
  /** In place of it: what was not done, and why. */
  message?: string | undefined;
}

/** What waits, and everything else by status, words and post. One form: its buttons are the acts. */
export function buildQueuePage({
  queue,
  posts,
  view,
  moderator,
  now,
  done,
  message,
}: QueuePage): string {
  const { entries, total, pageCount, counts } = queue;
  return buildModerationPage(
    {
      title: messages.title,
      part: "queue",
      moderator,
      script: "/scripts/moderation.mjs",
      message: message ?? (done && sayDone(done)),
      isAlert: message !== undefined || (done?.unchanged ?? 0) > 0,
    },
    buildStatuses(view, counts),
    buildSearch(view, posts),
    entries.length === 0
      ? h("p", { className: ["comments-none"] }, messages.none)
      : h(
          "form",
          { method: "post", action: moderationUrl, className: ["desk-queue"] },
          h("input", { type: "hidden", name: "view", value: queueUrl(view).split("?")[1] ?? "" }),
          h("p", { className: ["desk-total"] }, messages.count(total)),
          h(
            "ol",
            { className: ["comment-list"] },
            entries.map((entry) => buildEntry(entry, posts.get(entry.comment.postId), now)),
          ),
          buildBulk(view),
          total > entries.length && buildBulkOfAll(view),
        ),
    ...buildPages(view.page, pageCount, (page) => queueUrl({ ...view, page })),
    buildKeys(),
  );
}

function sayDone({ act, changed, unchanged }: Moderated): string {
  return [
    ...(changed > 0 ? [messages.done[act](changed)] : []),
    ...(unchanged > 0 ? [messages.notDone(unchanged)] : []),
  ].join(" ");
}

const buildStatuses = (view: QueueView, counts: Record<CommentStatus, number>): Element =>
  h(
    "nav",
    { ariaLabel: messages.statusesLabel, className: ["desk-statuses"] },
    (["held", ...commentStatuses.filter((status) => status !== "held")] as const).map((status) =>
      buildStatusLink({ ...view, status }, view, [
        messages.statuses[status],
        ` ${siteMessages.figure(counts[status])}`,
      ]),
    ),
    buildStatusLink({ ...view, status: "all" }, view, [messages.all]),
  );

const buildStatusLink = (to: QueueView, current: QueueView, label: string[]): Element =>
  h(
    "a",
    {
      href: queueUrl({ ...to, page: 1 }),
      ...(to.status === current.status ? { ariaCurrent: "page" } : {}),
    },
    label,
  );

function buildSearch(view: QueueView, posts: QueuePage["posts"]): Element {
  const { status, words, postId } = view;
  const isNarrowed = words !== "" || postId !== undefined;
  return h(
    "form",
    { role: "search", method: "get", action: moderationUrl, className: ["desk-search"] },
    h("input", { type: "hidden", name: "status", value: status }),
    postId !== undefined && h("input", { type: "hidden", name: "post", value: postId }),
    h(
      "div",
      { className: ["comment-field"] },
      h("label", { htmlFor: ["search"] }, messages.search.label),
      h("input", {
        id: "search",
        name: "q",
        type: "search",
        value: words,
        maxLength: 200,
        ariaDescribedBy: ["search-hint"],
      }),
      h("p", { id: "search-hint", className: ["comment-hint"] }, messages.search.hint),
    ),
    h("button", { className: ["button"] }, messages.search.go),
    postId !== undefined &&
      h("p", {}, `${messages.ofPost} `, h("bdi", {}, posts.get(postId)?.title ?? postId)),
    isNarrowed &&
      h("p", {}, h("a", { href: queueUrl({ status, words: "", page: 1 }) }, messages.search.clear)),
  );
}

/** All chosen ones at once; a thread is closed beside one of its comments. */
const buildBulk = ({ status }: QueueView): Element | false =>
  status !== "deleted" &&
  h(
    "fieldset",
    { className: ["desk-bulk"] },
    h("legend", {}, messages.withChosen),
    // Only a script can choose all at once: it shows the button.
    h(
      "button",
      { type: "button", className: ["button"], dataChooseAll: "", hidden: true },
      messages.chooseAll,
    ),
    commentActs
      .filter((act) => act !== "close" && act !== "open")
      .map((act) =>
        h("button", { className: ["button"], name: "act", value: act }, messages.acts[act]),
      ),
  );

/** Where more match than stand on the page. */
const buildBulkOfAll = ({ status }: QueueView): Element | false =>
  status !== "deleted" &&
  h(
    "fieldset",
    { className: ["desk-bulk"] },
    h("legend", {}, messages.withAll(mostAtOnce)),
    bulkActs
      .filter((act) => statusOfAct[act] !== status)
      .map((act) =>
        h("button", { className: ["button"], name: "every", value: act }, messages.acts[act]),
      ),
  );
