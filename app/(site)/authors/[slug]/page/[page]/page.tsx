import { readPageParam } from "@/components/pagination/page-param";
import { NotFoundPage } from "@/components/site/not-found-page";
import { termMetadata } from "@/components/terms/term-metadata";
import { TermPage } from "@/components/terms/term-page";
import { listTermPageParams } from "@/components/terms/term-params";
import { termUrl } from "@/lib/urls";

type Props = PageProps<"/authors/[slug]/page/[page]">;

export const generateStaticParams = () => listTermPageParams("author");

export async function generateMetadata({ params }: Props) {
  return termMetadata("author", await params);
}

export default async function Page({ params }: Props) {
  const { slug, page: param } = await params;
  const page = readPageParam(param, termUrl({ taxonomy: "author", slug }));
  return page ? <TermPage taxonomy="author" slug={slug} page={page} /> : <NotFoundPage />;
}
