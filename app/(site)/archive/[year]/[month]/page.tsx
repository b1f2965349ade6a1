import { monthMetadata } from "@/components/archive/archive-metadata";
import { MonthPage } from "@/components/archive/archive-pages";
import { newestMonthParams, readMonth } from "@/components/archive/archive-params";
import { MovedPage } from "@/components/site/moved-page";
import { archiveUrl } from "@/lib/urls";

type Props = PageProps<"/archive/[year]/[month]">;

export const generateStaticParams = async () => [await newestMonthParams()];

export async function generateMetadata({ params }: Props) {
  return monthMetadata(readMonth(await params), 1);
}

export default async function Page({ params }: Props) {
  const segments = await params;
  const month = readMonth(segments);
  if (month) return <MonthPage {...month} />;
  return <MovedPage path={`${archiveUrl}/${segments.year}/${segments.month}`} />;
}
