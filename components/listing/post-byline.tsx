import { CommentCount } from "@/components/comments/comment-count";
import { TermLinks } from "@/components/links/term-links";
import { PostDate } from "@/components/listing/post-date";
import type { PostSummary } from "@/lib/publication";

/** Under a summary: who wrote it and when. */
export function PostByline({ post }: { post: PostSummary }) {
  return (
    <p className="byline">
      {post.authors.length > 0 && (
        <span>
          <TermLinks terms={post.authors} />
        </span>
      )}{" "}
      <PostDate instant={post.date} /> <CommentCount post={post} />
    </p>
  );
}
