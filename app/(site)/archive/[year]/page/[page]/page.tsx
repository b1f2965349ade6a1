import { yearMetadata } from "@/components/archive/archive-metadata";
import { YearPage } from "@/components/archive/archive-pages";
import { newestMonthParams } from "@/components/archive/archive-params";
import { readPageParam } from "@/components/pagination/page-param";
import { NotFoundPage } from "@/components/site/not-found-page";
import { parseYear } from "@/lib/dates/archive-address";
import { parsePageNumber } from "@/lib/site/page-number";
import { archiveYearUrl } from "@/lib/urls";

type Props = PageProps<"/archive/[year]/page/[page]">;

export async function generateStaticParams() {
  const { year } = await newestMonthParams();
  return [{ year, page: "2" }];
}

export async function generateMetadata({ params }: Props) {
  const { year, page } = await params;
  return yearMetadata(parseYear(year), parsePageNumber(page));
}

export default async function Page({ params }: Props) {
  const year = parseYear((await params).year);
  const page = year && readPageParam((await params).page, archiveYearUrl(year));
  return year && page ? <YearPage year={year} page={page} /> : <NotFoundPage />;
}
