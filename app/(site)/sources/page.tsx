import { TaxonomyPage } from "@/components/terms/taxonomy-page";
import { taxonomyMetadata } from "@/components/terms/term-metadata";

export const generateMetadata = () => taxonomyMetadata("source");

export default function Page() {
  return <TaxonomyPage taxonomy="source" />;
}
