import { ArticleBody } from "@/components/article/article-body";
import type { AuthorProfile } from "@/lib/publication";

/** What is said of an author, above their posts. */
export function AuthorNote({ profile: { summary, html, lang } }: { profile: AuthorProfile }) {
  return (
    <div className="author-note">
      {summary && (
        <p lang={lang} className="author-summary">
          {summary}
        </p>
      )}
      {html && <ArticleBody html={html} lang={lang} />}
    </div>
  );
}
