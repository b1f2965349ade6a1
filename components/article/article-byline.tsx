import { ArticleSource } from "@/components/article/article-source";
import { TermLinks } from "@/components/links/term-links";
import type { Post } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";

/** Who wrote a post, when, how long it is and where it comes from. */
export async function ArticleByline({ post }: { post: Post }) {
  const { messages, settings, dates } = await findSite();
  return (
    <div lang={settings.language} className="article-byline">
      {post.authors.length > 0 && (
        <p className="article-authors">
          <TermLinks terms={post.authors} />
        </p>
      )}
      <p className="article-facts">
        <time dateTime={post.date}>{dates.dateTime(post.date)}</time>
        {post.updated && (
          <span>
            {messages.article.updated}{" "}
            <time dateTime={post.updated}>{dates.dateTime(post.updated)}</time>
          </span>
        )}
        <span>{messages.article.readingTime(post.readingMinutes)}</span>
      </p>
      {post.from && <ArticleSource from={post.from} />}
    </div>
  );
}
