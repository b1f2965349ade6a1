import { VideoPlayers } from "@/components/article/video-players.client";
import { findSite } from "@/lib/queries/settings";
import type { Language } from "@/lib/site/site-settings";

/** The only place where HTML is put in as it is. It was sanitised when the post was compiled (`lib/html`). */
export async function ArticleBody({ html, lang }: { html: string; lang: Language }) {
  const { settings, messages } = await findSite();
  return (
    <>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised HTML from the content store */}
      <div lang={lang} className="article-body" dangerouslySetInnerHTML={{ __html: html }} />
      {/* An article without a video is spared the script. */}
      {html.includes('class="video-still') && (
        <VideoPlayers labels={{ ...messages.article.video, lang: settings.language }} />
      )}
    </>
  );
}
