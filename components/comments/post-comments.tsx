import { BuiltinComments } from "@/components/comments/builtin-comments";
import type { CommentProviderComponent } from "@/components/comments/comment-provider";
import { GiscusComments } from "@/components/comments/giscus-comments";
import type { Post } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import type { CommentProvider } from "@/lib/site/comment-settings";

const providers: Record<CommentProvider, CommentProviderComponent | undefined> = {
  builtin: BuiltinComments,
  giscus: GiscusComments,
  none: undefined,
};

/** The discussion under a post, by the site's provider; nothing where the post isn't open to comments. */
export async function PostComments({ post, page = 1 }: { post: Post; page?: number }) {
  const { comments } = await findSite();
  const Comments = providers[comments.provider];
  if (!post.comments || !Comments) return null;
  const { id, slug, title, date } = post;
  return <Comments post={{ id, slug, title, date }} page={page} />;
}
