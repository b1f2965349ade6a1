import { MonthGrid } from "@/components/archive/month-grid";
import { InternalLink } from "@/components/links/internal-link";
import { ListingPage } from "@/components/site/listing-page";
import { groupByYear } from "@/lib/dates/archive-years";
import type { ArchiveMonth } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { archiveYearUrl } from "@/lib/urls";

/** Every year and month that has posts. */
export async function ArchivePage({ months }: { months: ArchiveMonth[] }) {
  const { messages } = await findSite();
  const years = groupByYear(months);
  const total = years.reduce((sum, { count }) => sum + count, 0);
  return (
    <ListingPage title={messages.archive} note={messages.postCount(total)}>
      {years.length === 0 && <p className="empty">{messages.noPosts}</p>}
      {years.map(({ year, count, months }) => (
        <section key={year} className="archive-year">
          <div className="archive-year-head">
            <h2>
              <InternalLink href={archiveYearUrl(year)}>{messages.year(year)}</InternalLink>
            </h2>
            <p>{messages.postCount(count)}</p>
          </div>
          <MonthGrid year={year} months={months} />
        </section>
      ))}
    </ListingPage>
  );
}
