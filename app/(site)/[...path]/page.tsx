import type { Metadata } from "next";
import { StaticPageArticle } from "@/components/article/static-page-article";
import { emptyArchiveSlug } from "@/components/site/empty-archive";
import { MovedPage } from "@/components/site/moved-page";
import { NotFoundPage } from "@/components/site/not-found-page";
import { notFoundMetadata, pageMetadata } from "@/components/site/page-metadata";
import { findStaticPage, listStaticPagePaths } from "@/lib/queries/pages";
import { decodePercent } from "@/lib/site/decode-percent";

type Props = PageProps<"/[...path]">;

export async function generateStaticParams() {
  const paths = await listStaticPagePaths();
  return (paths.length > 0 ? paths : [emptyArchiveSlug]).map((path) => ({ path: path.split("/") }));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = decodePercent((await params).path.join("/"));
  const page = path === undefined ? undefined : await findStaticPage(path);
  if (!page) return notFoundMetadata();
  return pageMetadata({ title: page.title, description: page.summary, path: `/${path}` });
}

/** The site's static pages; behind them, the addresses that posts used to have. */
export default async function Page({ params }: Props) {
  const path = decodePercent((await params).path.join("/"));
  if (path === undefined) return <NotFoundPage />;
  const page = await findStaticPage(path);
  return page ? <StaticPageArticle page={page} /> : <MovedPage path={`/${path}`} />;
}
