import { InternalLink } from "@/components/links/internal-link";
import { dateFormat } from "@/lib/dates/format-date";
import { messages } from "@/lib/messages/messages";
import type { ArchiveMonth } from "@/lib/publication";
import { archiveMonthUrl } from "@/lib/urls";

interface MonthGridProps {
  year: number;
  /** January to December. */
  months: ArchiveMonth[];
  /** The month that is being read, if any. */
  current?: number;
}

/** The months of a year with the number of their posts. */
export function MonthGrid({ year, months, current }: MonthGridProps) {
  return (
    <ol className="month-grid" aria-label={messages.monthsOf(messages.year(year))}>
      {months.map(({ month, count }) => (
        <li key={month}>
          {count > 0 ? (
            <InternalLink
              href={archiveMonthUrl(year, month)}
              aria-current={month === current ? "page" : undefined}
            >
              <span>{dateFormat.month(month)}</span>{" "}
              <span className="month-grid-count">{messages.figure(count)}</span>
            </InternalLink>
          ) : (
            <span className="month-grid-empty">{dateFormat.month(month)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
