import { PostItem } from "@/components/listing/post-item";
import type { PostSummary } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";

export async function PostList({ posts }: { posts: PostSummary[] }) {
  const { messages } = await findSite();
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
