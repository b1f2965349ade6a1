import { InternalLink } from "@/components/links/internal-link";
import type { Post } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { termUrl } from "@/lib/urls";

/** Where a post was first published: all posts from there, and the original. */
export async function ArticleSource({ from }: { from: NonNullable<Post["from"]> }) {
  const { messages } = await findSite();
  return (
    <p className="article-facts">
      <span>
        {messages.article.source}{" "}
        <InternalLink href={termUrl(from.source)} className="quiet-link">
          {from.source.name}
        </InternalLink>
      </span>
      <a href={from.url} rel="external noreferrer" data-external="" className="quiet-link">
        {messages.article.original}
      </a>
    </p>
  );
}
