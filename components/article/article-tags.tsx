import { InternalLink } from "@/components/links/internal-link";
import type { TermLink } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { termUrl } from "@/lib/urls";

export async function ArticleTags({ tags }: { tags: TermLink[] }) {
  const { messages, settings } = await findSite();
  if (tags.length === 0) return null;
  return (
    <footer lang={settings.language} className="article-tags">
      <h2>{messages.article.tags}</h2>
      <ul>
        {tags.map((tag) => (
          <li key={tag.slug}>
            <InternalLink href={termUrl(tag)} rel="tag">
              {tag.name}
            </InternalLink>
          </li>
        ))}
      </ul>
    </footer>
  );
}
