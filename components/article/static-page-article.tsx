import { ArticleBody } from "@/components/article/article-body";
import type { StaticPage } from "@/lib/publication";

/** A page outside the stream of posts, such as "About". */
export function StaticPageArticle({ page }: { page: StaticPage }) {
  return (
    <div lang={page.lang} className="article-page">
      <article>
        <header className="article-head">
          <h1>{page.title}</h1>
        </header>
        <ArticleBody html={page.html} lang={page.lang} />
      </article>
    </div>
  );
}
