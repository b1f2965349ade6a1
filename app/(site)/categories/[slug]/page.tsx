import { termMetadata } from "@/components/terms/term-metadata";
import { TermPage } from "@/components/terms/term-page";
import { listTermParams } from "@/components/terms/term-params";

type Props = PageProps<"/categories/[slug]">;

export const generateStaticParams = () => listTermParams("category");

export async function generateMetadata({ params }: Props) {
  return termMetadata("category", await params);
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  return <TermPage taxonomy="category" slug={slug} />;
}
