import { TaxonomyPage } from "@/components/terms/taxonomy-page";
import { taxonomyMetadata } from "@/components/terms/term-metadata";

export const generateMetadata = () => taxonomyMetadata("author");

export default function Page() {
  return <TaxonomyPage taxonomy="author" />;
}
