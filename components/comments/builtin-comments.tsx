import { toHtml } from "hast-util-to-html";
import { PageScript } from "@/components/browser/page-script";
import type { CommentsProps } from "@/components/comments/comment-provider";
import { Pagination } from "@/components/pagination/pagination";
import { inEdition } from "@/lib/comments/edition";
import { anchors } from "@/lib/comments/markup/anchors";
import { buildForm } from "@/lib/comments/markup/form-markup";
import { buildThreadHtml } from "@/lib/comments/markup/thread-markup";
import { findThread } from "@/lib/queries/comments";
import { findSite } from "@/lib/queries/settings";
import { commentsUrl, ownCommentsUrl } from "@/lib/urls";

/**
 * The built-in comments: all of it is there without a script. What the script changes (title, thread, form) is HTML as a
 * whole: React doesn't look into it where it runs, and a tree of elements would travel a second time for it, twice as large.
 */
export async function BuiltinComments({ post, page }: CommentsProps) {
  const { commentMessages: messages, comments: rules, settings } = await findSite();
  const thread = await findThread({ id: post.id, date: post.date }, page);
  if (!thread) return null;
  if (thread === "unavailable") return <UnavailableComments />;
  const { comments, total, pageCount, isOpen } = thread;
  return (
    <section
      id={anchors.section}
      lang={settings.language}
      aria-labelledby={titleId}
      className="comments"
      data-order={rules.order}
    >
      <h2
        id={titleId}
        className="comments-title"
        data-total={total}
        {...markup(
          toHtml({ type: "text", value: total > 0 ? messages.count(total) : messages.title }),
        )}
      />
      <Notices />
      <div {...markup(inEdition(settings, () => buildThreadHtml(comments, { isOpen })))} />
      <Pagination
        page={page}
        pageCount={pageCount}
        urlOf={(number) => commentsUrl(post.slug, number)}
      />
      {isOpen ? (
        <div
          {...markup(
            inEdition(settings, () => toHtml(buildForm({ postId: post.id, bounds: rules }))),
          )}
        />
      ) : (
        <p className="comments-closed">{messages.closed}</p>
      )}
      <p className="comments-mine">
        <a href={ownCommentsUrl} rel="nofollow">
          {messages.mine.link}
        </a>
      </p>
      <PageScript name="comments" />
    </section>
  );
}

async function UnavailableComments() {
  const { commentMessages: messages, settings } = await findSite();
  return (
    <section
      id={anchors.section}
      lang={settings.language}
      aria-labelledby={titleId}
      className="comments"
    >
      <h2 id={titleId} className="comments-title">
        {messages.title}
      </h2>
      <p className="comments-closed">{messages.unavailable}</p>
    </section>
  );
}

/** What has become of a comment that was just sent; each shows when an address leads to it. */
async function Notices() {
  const { commentMessages: messages } = await findSite();
  return (
    <>
      <p id={anchors.held} className="comment-notice">
        {messages.held}
      </p>
      <p id={anchors.published} className="comment-notice">
        {messages.published} <a href={ownCommentsUrl}>{messages.mine.link}</a>
      </p>
    </>
  );
}

const titleId = "comments-title";

/**
 * The content of an element as a whole: built from a tree, with texts sanitised (lib/comments/markup). The script may have
 * been faster than React.
 */
const markup = (html: string) => ({
  dangerouslySetInnerHTML: { __html: html },
  suppressHydrationWarning: true,
});
