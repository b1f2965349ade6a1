import { termMetadata } from "@/components/terms/term-metadata";
import { TermPage } from "@/components/terms/term-page";
import { listTermParams } from "@/components/terms/term-params";

type Props = PageProps<"/authors/[slug]">;

export const generateStaticParams = () => listTermParams("author");

export async function generateMetadata({ params }: Props) {
  return termMetadata("author", await params);
}

export default async function Page({ params }: Props) {
  const { slug } = await params;
  return <TermPage taxonomy="author" slug={slug} />;
}
