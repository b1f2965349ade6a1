import type { Metadata } from "next";
import { notFoundMetadata, pageMetadata } from "@/components/site/page-metadata";
import { listPostsOfMonth, listPostsOfYear } from "@/lib/queries/archive";
import { findSite } from "@/lib/queries/settings";
import { archiveMonthUrl, archiveYearUrl } from "@/lib/urls";

/** For a page of a year's posts; nothing where the address spells no year or page. */
export async function yearMetadata(year?: number, page?: number): Promise<Metadata> {
  const { messages } = await findSite();
  if (!year || !page || !(await listPostsOfYear(year, page))) return notFoundMetadata();
  return pageMetadata({
    title: messages.titleOfPage(`${messages.archive} ${messages.year(year)}`, page),
    path: archiveYearUrl(year, page),
  });
}

/** For a page of a month's posts; nothing where the address spells no month or page. */
export async function monthMetadata(
  address?: { year: number; month: number },
  page?: number,
): Promise<Metadata> {
  const { messages, dates } = await findSite();
  if (!address || !page) return notFoundMetadata();
  const { year, month } = address;
  if (!(await listPostsOfMonth(year, month, page))) return notFoundMetadata();
  return pageMetadata({
    title: messages.titleOfPage(`${messages.archive} ${dates.yearMonth(year, month)}`, page),
    path: archiveMonthUrl(year, month, page),
  });
}
