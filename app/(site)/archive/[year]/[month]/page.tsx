import { monthMetadata } from "@/components/archive/archive-metadata";
import { MonthPage } from "@/components/archive/archive-pages";
import { newestMonthParams, readMonth } from "@/components/archive/archive-params";
import { NotFoundPage } from "@/components/site/not-found-page";

type Props = PageProps<"/archive/[year]/[month]">;

export const generateStaticParams = async () => [await newestMonthParams()];

export async function generateMetadata({ params }: Props) {
  return monthMetadata(readMonth(await params), 1);
}

export default async function Page({ params }: Props) {
  const month = readMonth(await params);
  return month ? <MonthPage {...month} /> : <NotFoundPage />;
}
