import { readPageParam } from "@/components/pagination/page-param";
import { NotFoundPage } from "@/components/site/not-found-page";
import { termMetadata } from "@/components/terms/term-metadata";
import { TermPage } from "@/components/terms/term-page";
import { listTermPageParams } from "@/components/terms/term-params";
import { termUrl } from "@/lib/urls";

type Props = PageProps<"/tags/[slug]/page/[page]">;

export const generateStaticParams = () => listTermPageParams("tag");

export async function generateMetadata({ params }: Props) {
  return termMetadata("tag", await params);
}

export default async function Page({ params }: Props) {
  const { slug, page: param } = await params;
  const page = readPageParam(param, termUrl({ taxonomy: "tag", slug }));
  return page ? <TermPage taxonomy="tag" slug={slug} page={page} /> : <NotFoundPage />;
}
