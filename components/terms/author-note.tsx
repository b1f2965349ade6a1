import { ArticleBody } from "@/components/article/article-body";
import type { AuthorProfile } from "@/lib/publication";

/** What an author says of themselves, above their posts. */
export function AuthorNote({ profile }: { profile: AuthorProfile }) {
  return (
    <div className="author-note">
      <ArticleBody html={profile.html} lang={profile.lang} />
    </div>
  );
}
