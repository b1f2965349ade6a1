import { readPageParam } from "@/components/pagination/page-param";
import { NotFoundPage } from "@/components/site/not-found-page";
import { TaxonomyPage } from "@/components/terms/taxonomy-page";
import { taxonomyMetadata } from "@/components/terms/term-metadata";
import { taxonomyUrl } from "@/lib/urls";

type Props = PageProps<"/categories/page/[page]">;

export const generateStaticParams = () => [{ page: "2" }];

export async function generateMetadata({ params }: Props) {
  return taxonomyMetadata("category", (await params).page);
}

export default async function Page({ params }: Props) {
  const page = readPageParam((await params).page, taxonomyUrl("category"));
  return page ? <TaxonomyPage taxonomy="category" page={page} /> : <NotFoundPage />;
}
