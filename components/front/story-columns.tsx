import { CoverPicture } from "@/components/listing/cover-picture";
import { PostItem } from "@/components/listing/post-item";
import type { PostSummary } from "@/lib/publication";

interface StoryColumnsProps {
  posts: PostSummary[];
  /** How many of the first posts may show their picture; all of them by default. */
  pictures?: number;
  className: string;
}

/** Stories side by side where there is room, one after the other where there is not. */
export function StoryColumns({ posts, pictures = posts.length, className }: StoryColumnsProps) {
  if (posts.length === 0) return null;
  return (
    <ul className={`stories ${className}`}>
      {posts.map((post, index) => (
        <li key={post.id}>
          {post.cover && index < pictures && <CoverPicture picture={post.cover} />}
          <PostItem post={post} />
        </li>
      ))}
    </ul>
  );
}
