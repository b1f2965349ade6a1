import { InternalLink } from "@/components/links/internal-link";
import { CoverPicture } from "@/components/listing/cover-picture";
import { PostByline } from "@/components/listing/post-byline";
import { PostKicker } from "@/components/listing/post-kicker";
import { TitleGroup } from "@/components/listing/title-group";
import type { PostSummary } from "@/lib/publication";
import { postUrl } from "@/lib/urls";

/** The story at the top of the front page. */
export function LeadStory({ post }: { post: PostSummary }) {
  return (
    <article className="lead-story">
      {post.cover && <CoverPicture picture={post.cover} eager />}
      <div className="lead-story-text">
        <PostKicker categories={post.categories} />
        <TitleGroup post={post}>
          <h2 lang={post.lang} className="lead-story-title">
            <InternalLink href={postUrl(post.slug)}>{post.title}</InternalLink>
          </h2>
        </TitleGroup>
        {post.summary && (
          <p lang={post.lang} className="summary lead-story-summary">
            {post.summary}
          </p>
        )}
        <PostByline post={post} />
      </div>
    </article>
  );
}
