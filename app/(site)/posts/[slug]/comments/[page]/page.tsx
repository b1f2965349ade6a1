import type { Metadata } from "next";
import { CommentsPage } from "@/components/comments/comments-page";
import { readPageParam } from "@/components/pagination/page-param";
import { emptyArchiveSlug } from "@/components/site/empty-archive";
import { NotFoundPage } from "@/components/site/not-found-page";
import { notFoundMetadata, pageMetadata } from "@/components/site/page-metadata";
import { findPost, listNewestSlugs } from "@/lib/queries/posts";
import { findSite } from "@/lib/queries/settings";
import { commentsUrl } from "@/lib/urls";

type Props = PageProps<"/posts/[slug]/comments/[page]">;

export async function generateStaticParams() {
  const [slug = emptyArchiveSlug] = await listNewestSlugs();
  return [{ slug, page: "2" }];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, page } = await params;
  const post = await findPost(slug);
  if (!post) return notFoundMetadata();
  const { messages, commentMessages } = await findSite();
  return pageMetadata({
    title: messages.titleOfPage(`${post.title} · ${commentMessages.title}`, Number(page)),
    description: post.summary,
    path: commentsUrl(slug, Number(page)),
  });
}

export default async function Page({ params }: Props) {
  const { slug, page: param } = await params;
  const page = readPageParam(param, commentsUrl(slug, 1));
  const post = page && (await findPost(slug));
  return post ? <CommentsPage post={post} page={page} /> : <NotFoundPage />;
}
