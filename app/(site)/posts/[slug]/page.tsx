import type { Metadata } from "next";
import { Article } from "@/components/article/article";
import { postMetadata } from "@/components/article/post-metadata";
import { emptyArchiveSlug } from "@/components/site/empty-archive";
import { MovedPage } from "@/components/site/moved-page";
import { notFoundMetadata } from "@/components/site/page-metadata";
import { findNeighbours, findPost, listNewestSlugs } from "@/lib/queries/posts";
import { postUrl } from "@/lib/urls";

type Props = PageProps<"/posts/[slug]">;

export async function generateStaticParams() {
  const slugs = await listNewestSlugs();
  return (slugs.length > 0 ? slugs : [emptyArchiveSlug]).map((slug) => ({ slug }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const post = await findPost((await params).slug);
  return post ? postMetadata(post) : notFoundMetadata();
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  const post = await findPost(slug);
  // Addresses that are made up cost as few questions as can be.
  if (!post) return <MovedPage path={postUrl(slug)} />;
  return <Article post={post} neighbours={await findNeighbours(slug)} />;
}
