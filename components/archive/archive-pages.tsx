import { ArchiveListing } from "@/components/archive/archive-listing";
import { NotFoundPage } from "@/components/site/not-found-page";
import { listArchiveMonthsOfYear, listPostsOfMonth, listPostsOfYear } from "@/lib/queries/archive";

export async function YearPage({ year, page = 1 }: { year: number; page?: number }) {
  const [listing, months] = await Promise.all([
    listPostsOfYear(year, page),
    listArchiveMonthsOfYear(year),
  ]);
  if (!listing) return <NotFoundPage />;
  return <ArchiveListing year={year} listing={listing} months={months} />;
}

export async function MonthPage(props: { year: number; month: number; page?: number }) {
  const { year, month, page = 1 } = props;
  const [listing, months] = await Promise.all([
    listPostsOfMonth(year, month, page),
    listArchiveMonthsOfYear(year),
  ]);
  if (!listing) return <NotFoundPage />;
  return <ArchiveListing year={year} month={month} listing={listing} months={months} />;
}
