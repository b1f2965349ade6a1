import { toHtml } from "hast-util-to-html";
import { CommentEnhancement } from "@/components/comments/comment-enhancement.client";
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
 * The built-in comments: all of it is there without a script. Lists and form are HTML as a whole, since a tree of elements
 * would travel a second time, and twice as large, for React.
 */
export async function BuiltinComments({ post, page }: CommentsProps) {
  const { commentMessages: messages, comments: rules, settings } = await findSite();
  const thread = await findThread({ id: post.id, date: post.date }, page);
  if (!thread) return null;
  const titleId = `comments-title-${post.id}-${page}`;
  if (thread === "unavailable") return <UnavailableComments titleId={titleId} />;
  const { comments, total, pageCount, isOpen } = thread;
  return (
    <section
      key={`${post.id}/${page}`}
      id={anchors.section}
      lang={settings.language}
      aria-labelledby={titleId}
      className="comments"
      data-order={rules.order}
    >
      <h2 id={titleId} className="comments-title" data-total={total}>
        {total > 0 ? messages.count(total) : messages.title}
      </h2>
      <Notices />
      {comments.length > 0 ? (
        <Markup html={inEdition(settings, () => buildThreadHtml(comments, { isOpen }))} />
      ) : (
        <p className="comments-none">{messages.none}</p>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        urlOf={(number) => commentsUrl(post.slug, number)}
      />
      {isOpen ? (
        <Markup
          html={inEdition(settings, () =>
            toHtml(buildForm({ postId: post.id, scope: `-${post.id}-${page}`, bounds: rules })),
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
      <CommentEnhancement />
    </section>
  );
}

async function UnavailableComments({ titleId }: { titleId: string }) {
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

function Markup({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: built from a tree, with texts sanitised (lib/comments/markup)
  return <div dangerouslySetInnerHTML={{ __html: html }} />;
}
