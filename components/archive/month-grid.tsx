import { InternalLink } from "@/components/links/internal-link";
import type { ArchiveMonth } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { archiveMonthUrl } from "@/lib/urls";

interface MonthGridProps {
  year: number;
  /** January to December. */
  months: ArchiveMonth[];
  /** The month that is being read, if any. */
  current?: number;
}

/** The months of a year with the number of their posts. */
export async function MonthGrid({ year, months, current }: MonthGridProps) {
  const { messages, dates } = await findSite();
  return (
    <ol className="month-grid" aria-label={messages.monthsOf(messages.year(year))}>
      {months.map(({ month, count }) => (
        <li key={month}>
          {count > 0 ? (
            <InternalLink
              href={archiveMonthUrl(year, month)}
              aria-current={month === current ? "page" : undefined}
            >
              <span>{dates.month(month)}</span>{" "}
              <span className="month-grid-count">{messages.figure(count)}</span>
            </InternalLink>
          ) : (
            <span className="month-grid-empty">{dates.month(month)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
