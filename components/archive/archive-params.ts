import { parseMonth, parseYear } from "@/lib/dates/archive-address";
import { listArchiveMonths } from "@/lib/queries/archive";

/** The year and month of an archive address; nothing for any spelling but the canonical one. */
export function readMonth(params: { year: string; month: string }) {
  const year = parseYear(params.year);
  const month = parseMonth(params.month);
  return year === undefined || month === undefined ? undefined : { year, month };
}

/** The newest month, whose pages are rendered during the build; the others are at their first visit. */
export async function newestMonthParams(): Promise<{ year: string; month: string }> {
  const [newest = { year: 0, month: 1 }] = await listArchiveMonths();
  return {
    year: String(newest.year).padStart(4, "0"),
    month: String(newest.month).padStart(2, "0"),
  };
}
