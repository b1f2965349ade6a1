import { InternalLink } from "@/components/links/internal-link";
import type { Neighbours, PostLink } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { postUrl } from "@/lib/urls";

/** From one post to the next older and the next newer one. */
export async function NeighbourLinks({ previous, next }: Neighbours) {
  const { messages, settings } = await findSite();
  if (!previous && !next) return null;
  return (
    <nav lang={settings.language} aria-label={messages.article.neighbours} className="neighbours">
      {previous && <Neighbour post={previous} rel="prev" label={messages.article.previous} />}
      {next && <Neighbour post={next} rel="next" label={messages.article.next} />}
    </nav>
  );
}

function Neighbour({ post, rel, label }: { post: PostLink; rel: "prev" | "next"; label: string }) {
  return (
    <InternalLink href={postUrl(post.slug)} rel={rel} className={`neighbour neighbour-${rel}`}>
      <span className="neighbour-label">{label}</span>{" "}
      <span lang={post.lang} className="neighbour-title">
        {post.title}
      </span>
    </InternalLink>
  );
}
