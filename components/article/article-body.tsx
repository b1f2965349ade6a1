import { PageScript } from "@/components/browser/page-script";
import { findSite } from "@/lib/queries/settings";
import type { Language } from "@/lib/site/site-settings";

/** The only place where HTML is put in as it is. It was sanitised when the post was compiled (`lib/html`). */
export async function ArticleBody({ html, lang }: { html: string; lang: Language }) {
  const { messages } = await findSite();
  const { play, note } = messages.article.video;
  // An article without a video is spared the script.
  const hasVideo = html.includes('class="video-still');
  return (
    <>
      <div
        lang={lang}
        className="article-body"
        {...(hasVideo ? { "data-video-play": play, "data-video-note": note } : {})}
        // The script may have been faster than React.
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised HTML from the content store
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {hasVideo && <PageScript name="videos" />}
    </>
  );
}
