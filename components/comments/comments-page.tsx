import { BuiltinComments } from "@/components/comments/builtin-comments";
import { InternalLink } from "@/components/links/internal-link";
import { NotFoundPage } from "@/components/site/not-found-page";
import type { Post } from "@/lib/publication";
import { findThread } from "@/lib/queries/comments";
import { findSite } from "@/lib/queries/settings";
import { postUrl } from "@/lib/urls";

/** The comments of a post from their second page on; the first stands under the post itself. */
export async function CommentsPage({ post, page }: { post: Post; page: number }) {
  const { id, slug, title, date, lang } = post;
  const { comments } = await findSite();
  const isHere = post.comments && comments.provider === "builtin";
  // The same cached answer serves the list below.
  if (!isHere || !(await findThread({ id, date }, page))) return <NotFoundPage />;
  return (
    <div className="article-page">
      <h1 lang={lang} className="comments-post">
        <InternalLink href={postUrl(slug)}>{title}</InternalLink>
      </h1>
      <BuiltinComments post={{ id, slug, title, date }} page={page} />
    </div>
  );
}
