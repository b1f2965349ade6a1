import { InternalLink } from "@/components/links/internal-link";
import { PostByline } from "@/components/listing/post-byline";
import { PostKicker } from "@/components/listing/post-kicker";
import { TitleGroup } from "@/components/listing/title-group";
import type { PostSummary } from "@/lib/publication";
import { postUrl } from "@/lib/urls";

/** One post in a list. */
export function PostItem({ post }: { post: PostSummary }) {
  return (
    <article className="post-item">
      <PostKicker categories={post.categories} />
      <TitleGroup post={post}>
        <h2 lang={post.lang} className="post-item-title">
          <InternalLink href={postUrl(post.slug)}>{post.title}</InternalLink>
        </h2>
      </TitleGroup>
      {post.summary && (
        <p lang={post.lang} className="summary">
          {post.summary}
        </p>
      )}
      <PostByline post={post} />
    </article>
  );
}
