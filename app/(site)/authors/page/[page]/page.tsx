import { readPageParam } from "@/components/pagination/page-param";
import { NotFoundPage } from "@/components/site/not-found-page";
import { TaxonomyPage } from "@/components/terms/taxonomy-page";
import { taxonomyMetadata } from "@/components/terms/term-metadata";
import { taxonomyUrl } from "@/lib/urls";

type Props = PageProps<"/authors/page/[page]">;

export const generateStaticParams = () => [{ page: "2" }];

export async function generateMetadata({ params }: Props) {
  return taxonomyMetadata("author", (await params).page);
}

export default async function Page({ params }: Props) {
  const page = readPageParam((await params).page, taxonomyUrl("author"));
  return page ? <TaxonomyPage taxonomy="author" page={page} /> : <NotFoundPage />;
}
