import { termMetadata } from "@/components/terms/term-metadata";
import { TermPage } from "@/components/terms/term-page";
import { listTermParams } from "@/components/terms/term-params";

type Props = PageProps<"/sources/[slug]">;

export const generateStaticParams = () => listTermParams("source");

export async function generateMetadata({ params }: Props) {
  return termMetadata("source", await params);
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  return <TermPage taxonomy="source" slug={slug} />;
}
