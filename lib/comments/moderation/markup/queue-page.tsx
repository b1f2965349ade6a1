/** @jsxImportSource hastscript */
import { moderationWords, siteWords } from "@/lib/comments/edition";
import { buildHidden } from "@/lib/comments/markup/page-pieces";
import { mostAtOnce } from "@/lib/comments/moderation/acts";
import { buildKeys } from "@/lib/comments/moderation/markup/keys";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import { buildPages } from "@/lib/comments/moderation/markup/pages";
import { buildEntry } from "@/lib/comments/moderation/markup/queue-entry";
import type { Moderated } from "@/lib/comments/moderation/moderate";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import { type QueueView, queueUrl } from "@/lib/comments/moderation/queue-view";
import type { Queue } from "@/lib/comments/store/read-queue";
import { bulkActs, type CommentAct, commentActs, statusOfAct } from "@/lib/discussion/acts";
import { commentStatuses } from "@/lib/discussion/comment";
import type { ThreadPost } from "@/lib/publication";
import { moderationUrl, publicFolders } from "@/lib/urls";

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
export function buildQueuePage(page: QueuePage): string {
  const { queue, posts, view, moderator, done, message } = page;
  return buildModerationPage(
    {
      title: moderationWords().title,
      part: "queue",
      moderator,
      script: `${publicFolders.scripts}/moderation.mjs`,
      message: message ?? (done && sayDone(done)),
      isAlert: message !== undefined || (done?.unchanged ?? 0) > 0,
    },
    <>
      {buildStatuses(view, queue.counts)}
      {buildSearch(view, posts)}
      {queue.entries.length === 0 ? (
        <p className="comments-none">{moderationWords().none}</p>
      ) : (
        buildQueue(page)
      )}
      {buildPages(view.page, queue.pageCount, (number) => queueUrl({ ...view, page: number }))}
      {buildKeys()}
    </>,
  );
}

function sayDone({ act, changed, unchanged }: Moderated): string {
  return [
    ...(changed > 0 ? [moderationWords().done[act](changed)] : []),
    ...(unchanged > 0 ? [moderationWords().notDone(unchanged)] : []),
  ].join(" ");
}

const buildStatuses = (view: QueueView, counts: Queue["counts"]) => (
  <nav aria-label={moderationWords().statusesLabel} className="desk-statuses">
    {(["held", ...commentStatuses.filter((status) => status !== "held")] as const).map((status) =>
      buildStatusLink(
        { ...view, status },
        view,
        `${moderationWords().statuses[status]} ${siteWords().figure(counts[status])}`,
      ),
    )}
    {buildStatusLink({ ...view, status: "all" }, view, moderationWords().all)}
  </nav>
);

const buildStatusLink = (to: QueueView, current: QueueView, label: string) => (
  <a
    href={queueUrl({ ...to, page: 1 })}
    aria-current={to.status === current.status ? "page" : undefined}
  >
    {label}
  </a>
);

const buildSearch = (view: QueueView, posts: QueuePage["posts"]) => (
  // biome-ignore lint/a11y/useSemanticElements: browsers know `<search>` since 2023 alone
  <form role="search" method="get" action={moderationUrl} className="desk-search">
    {buildHidden("status", view.status)}
    {view.postId === undefined ? undefined : buildHidden("post", view.postId)}
    <div className="comment-field">
      <label htmlFor="search">{moderationWords().search.label}</label>
      <input
        id="search"
        name="q"
        type="search"
        value={view.words}
        maxLength={200}
        aria-describedby="search-hint"
      />
      <p id="search-hint" className="comment-hint">
        {moderationWords().search.hint}
      </p>
    </div>
    <button className="button">{moderationWords().search.go}</button>
    {buildNarrowing(view, posts)}
  </form>
);

/** What the search is narrowed to, and the way out. */
function buildNarrowing({ status, words, postId }: QueueView, posts: QueuePage["posts"]) {
  if (words === "" && postId === undefined) return undefined;
  return (
    <>
      {postId === undefined ? undefined : (
        <p>
          {moderationWords().ofPost} <bdi>{posts.get(postId)?.title ?? postId}</bdi>
        </p>
      )}
      <p>
        <a href={queueUrl({ status, words: "", page: 1 })}>{moderationWords().search.clear}</a>
      </p>
    </>
  );
}

const buildQueue = ({ queue: { entries, total }, posts, view, now }: QueuePage) => (
  <form method="post" action={moderationUrl} className="desk-queue">
    {buildHidden("view", queueUrl(view).split("?")[1] ?? "")}
    <p className="desk-total">{moderationWords().count(total)}</p>
    <ol className="comment-list">
      {entries.map((entry) => buildEntry(entry, posts.get(entry.comment.postId), now))}
    </ol>
    {view.status === "deleted" ? undefined : buildBulk()}
    {view.status === "deleted" || total <= entries.length ? undefined : buildBulkOfAll(view.status)}
  </form>
);

/** All chosen ones at once; a thread is closed beside one of its comments. */
const buildBulk = () => (
  <fieldset className="desk-bulk">
    <legend>{moderationWords().withChosen}</legend>
    {/* Only a script can choose all at once: it shows the button. */}
    <button type="button" className="button" data-choose-all="" hidden>
      {moderationWords().chooseAll}
    </button>
    {commentActs
      .filter((act) => act !== "close" && act !== "open")
      .map((act) => buildBulkAct("act", act))}
  </fieldset>
);

/** Where more match than stand on the page. */
const buildBulkOfAll = (status: QueueView["status"]) => (
  <fieldset className="desk-bulk">
    <legend>{moderationWords().withAll(mostAtOnce)}</legend>
    {bulkActs.filter((act) => statusOfAct[act] !== status).map((act) => buildBulkAct("every", act))}
  </fieldset>
);

const buildBulkAct = (name: "act" | "every", act: CommentAct) => (
  <button className="button" name={name} value={act}>
    {moderationWords().acts[act]}
  </button>
);
