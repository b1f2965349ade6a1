import type { Language } from "@/lib/site/site-settings";

/** The only place where HTML is put in as it is. It was sanitised when the post was compiled (`lib/html`). */
export function ArticleBody({ html, lang }: { html: string; lang: Language }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised HTML from the content store
  return <div lang={lang} className="article-body" dangerouslySetInnerHTML={{ __html: html }} />;
}
