import { TaxonomyPage } from "@/components/terms/taxonomy-page";
import { taxonomyMetadata } from "@/components/terms/term-metadata";

export const generateMetadata = () => taxonomyMetadata("category");

export default function Page() {
  return <TaxonomyPage taxonomy="category" />;
}
