import { MonthGrid } from "@/components/archive/month-grid";
import { InternalLink } from "@/components/links/internal-link";
import { PostList } from "@/components/listing/post-list";
import { Pagination } from "@/components/pagination/pagination";
import { ListingPage } from "@/components/site/listing-page";
import { groupByYear } from "@/lib/dates/archive-years";
import type { ArchiveMonth, Listing } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { archiveMonthUrl, archiveUrl, archiveYearUrl } from "@/lib/urls";

interface ArchiveListingProps {
  year: number;
  /** Missing: the whole year. */
  month?: number;
  listing: Listing;
  /** Months of the year that have posts, for the way to them. */
  months: ArchiveMonth[];
}

/** The posts of a year or of a month. */
export async function ArchiveListing({ year, month, listing, months }: ArchiveListingProps) {
  const { messages, dates } = await findSite();
  const [calendar] = groupByYear(months);
  return (
    <ListingPage
      kicker={
        <>
          <InternalLink href={archiveUrl} className="quiet-link">
            {messages.archive}
          </InternalLink>
          {month && (
            <InternalLink href={archiveYearUrl(year)} className="quiet-link">
              {messages.year(year)}
            </InternalLink>
          )}
        </>
      }
      title={month ? dates.yearMonth(year, month) : messages.year(year)}
      note={messages.postCount(listing.total)}
      aside={
        calendar && (
          <MonthGrid year={year} months={calendar.months} {...(month ? { current: month } : {})} />
        )
      }
    >
      <PostList posts={listing.posts} />
      <Pagination
        {...listing}
        urlOf={(page) => (month ? archiveMonthUrl(year, month, page) : archiveYearUrl(year, page))}
      />
    </ListingPage>
  );
}
