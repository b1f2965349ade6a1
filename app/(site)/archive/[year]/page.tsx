import { yearMetadata } from "@/components/archive/archive-metadata";
import { YearPage } from "@/components/archive/archive-pages";
import { newestMonthParams } from "@/components/archive/archive-params";
import { MovedPage } from "@/components/site/moved-page";
import { parseYear } from "@/lib/dates/archive-address";
import { archiveUrl } from "@/lib/urls";

type Props = PageProps<"/archive/[year]">;

export async function generateStaticParams() {
  const { year } = await newestMonthParams();
  return [{ year }];
}

export async function generateMetadata({ params }: Props) {
  return yearMetadata(parseYear((await params).year), 1);
}

export default async function Page({ params }: Props) {
  const { year: segment } = await params;
  const year = parseYear(segment);
  return year ? <YearPage year={year} /> : <MovedPage path={`${archiveUrl}/${segment}`} />;
}
