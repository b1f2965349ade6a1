import { dateFormat } from "@/lib/dates/format-date";

/** The day of a post, in the site's time zone. */
export function PostDate({ instant }: { instant: string }) {
  return <time dateTime={instant}>{dateFormat.date(instant)}</time>;
}
