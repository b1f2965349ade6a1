import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";
import { PageScript } from "@/components/browser/page-script";
import type { CommentsProps } from "@/components/comments/comment-provider";
import { anchors } from "@/lib/comments/markup/anchors";
import { findSite } from "@/lib/queries/settings";
import type { Language } from "@/lib/site/site-settings";

/** giscus's names of our languages. */
const languages: Record<Language, string> = { "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", en: "en" };

/**
 * Discussions on GitHub, by giscus (https://giscus.app). Nothing is asked of another host before a reader comes to it. The
 * discussion is found by the post's id, so that it stays when the post moves.
 */
export async function GiscusComments({ post }: CommentsProps) {
  const { commentMessages: messages, settings } = await findSite();
  const { giscus } = settings.comments;
  if (!giscus) {
    throw new Error(
      "the comments' provider is giscus, but site.yaml says nothing of `comments.giscus`; https://giscus.app shows its values",
    );
  }
  return (
    <section
      id={anchors.section}
      lang={settings.language}
      aria-labelledby="comments-title"
      className="comments"
    >
      <h2 id="comments-title" className="comments-title">
        {messages.title}
      </h2>
      <div
        className="comments-giscus"
        data-repo={giscus.repo}
        data-repo-id={giscus.repoId}
        data-category={giscus.category}
        data-category-id={giscus.categoryId}
        data-term={post.id}
        data-language={languages[settings.language]}
        data-title={messages.title}
        // The script puts a frame in its place, perhaps before React has looked.
        suppressHydrationWarning
        // biome-ignore lint/security/noDangerouslySetInnerHtml: built from a tree
        dangerouslySetInnerHTML={{ __html: toHtml(buildButton(messages.load)) }}
      />
      <noscript>
        <a href={`https://github.com/${giscus.repo}/discussions`}>{messages.title}</a>
      </noscript>
      <PageScript name="giscus" />
    </section>
  );
}

const buildButton = (label: string) => h("button", { type: "button", className: "button" }, label);
