import { PostItem } from "@/components/listing/post-item";
import { messages } from "@/lib/messages/messages";
import type { PostSummary } from "@/lib/publication";

export function PostList({ posts }: { posts: PostSummary[] }) {
  if (posts.length === 0) return <p className="empty">{messages.noPosts}</p>;
  return (
    <ul className="post-list">
      {posts.map((post) => (
        <li key={post.id}>
          <PostItem post={post} />
        </li>
      ))}
    </ul>
  );
}
