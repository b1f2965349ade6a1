import { ArticleBody } from "@/components/article/article-body";
import { ArticleByline } from "@/components/article/article-byline";
import { ArticleTags } from "@/components/article/article-tags";
import { NeighbourLinks } from "@/components/article/neighbour-links";
import { PostComments } from "@/components/comments/post-comments";
import { PostKicker } from "@/components/listing/post-kicker";
import { TitleGroup } from "@/components/listing/title-group";
import type { Neighbours, Post } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";

/** A post with its frame. The text is in the post's language, the frame in the publication's. */
export async function Article({ post, neighbours }: { post: Post; neighbours: Neighbours }) {
  const { settings } = await findSite();
  return (
    <div lang={post.lang} className="article-page">
      <article>
        <header className="article-head">
          <div lang={settings.language}>
            <PostKicker categories={post.categories} />
          </div>
          <TitleGroup post={post}>
            <h1>{post.title}</h1>
          </TitleGroup>
          <ArticleByline post={post} />
        </header>
        <ArticleBody html={post.html} lang={post.lang} />
        <ArticleTags tags={post.tags} />
      </article>
      <NeighbourLinks {...neighbours} />
      <PostComments post={post} />
    </div>
  );
}
