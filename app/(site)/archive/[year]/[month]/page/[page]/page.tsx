import { monthMetadata } from "@/components/archive/archive-metadata";
import { MonthPage } from "@/components/archive/archive-pages";
import { newestMonthParams, readMonth } from "@/components/archive/archive-params";
import { readPageParam } from "@/components/pagination/page-param";
import { NotFoundPage } from "@/components/site/not-found-page";
import { parsePageNumber } from "@/lib/site/page-number";
import { archiveMonthUrl } from "@/lib/urls";

type Props = PageProps<"/archive/[year]/[month]/page/[page]">;

export const generateStaticParams = async () => [{ ...(await newestMonthParams()), page: "2" }];

export async function generateMetadata({ params }: Props) {
  return monthMetadata(readMonth(await params), parsePageNumber((await params).page));
}

export default async function Page({ params }: Props) {
  const month = readMonth(await params);
  const page =
    month && readPageParam((await params).page, archiveMonthUrl(month.year, month.month));
  return month && page ? <MonthPage {...month} page={page} /> : <NotFoundPage />;
}
