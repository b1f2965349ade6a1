import type { Metadata } from "next";
import { pageMetadata } from "@/components/site/page-metadata";
import type { Post } from "@/lib/publication";
import { contentVersion, contentVersionName } from "@/lib/site/content-version";
import { postUrl } from "@/lib/urls";

export async function postMetadata(post: Post): Promise<Metadata> {
  const page = await pageMetadata({
    title: post.title,
    description: post.summary,
    path: postUrl(post.slug),
  });
  return {
    ...page,
    authors: post.authors.map(({ name }) => ({ name })),
    other: { [contentVersionName]: contentVersion(post) },
    openGraph: {
      ...page.openGraph,
      type: "article",
      locale: post.lang.replace("-", "_"),
      publishedTime: post.date,
      ...(post.updated ? { modifiedTime: post.updated } : {}),
      authors: post.authors.map(({ name }) => name),
      tags: post.tags.map(({ name }) => name),
      ...(post.cover ? { images: [post.cover.src] } : {}),
    },
  };
}
