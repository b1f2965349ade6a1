import type { Language } from "@/lib/text/languages";

export interface DateFormat {
  /** "2023年10月28日". */
  date(instant: string): string;
  /** "2023年10月28日 14:22"; without the time at midnight, which stands for a date that was given none. */
  dateTime(instant: string): string;
  /** "2023年10月". Month from 1 to 12. */
  yearMonth(year: number, month: number): string;
  /** "10月". Month from 1 to 12. */
  month(month: number): string;
}

/** Dates as readers of one language expect them, in one time zone. Instants are ISO 8601. */
export function createDateFormat(zone: { language: Language; timeZone: string }): DateFormat {
  const { language: locale, timeZone } = zone;
  // Formatters cost far more to make than to use.
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const time = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const yearMonth = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  const month = new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" });
  return {
    date: (instant) => date.format(new Date(instant)),
    dateTime: (instant) => {
      const [day, clock] = [date.format(new Date(instant)), time.format(new Date(instant))];
      return clock === "00:00" ? day : `${day}${locale === "en" ? "," : ""} ${clock}`;
    },
    yearMonth: (year, number) => yearMonth.format(new Date(Date.UTC(year, number - 1))),
    month: (number) => month.format(new Date(Date.UTC(2000, number - 1))),
  };
}

const formats = new Map<string, DateFormat>();

/** The same, made once for each language and zone. */
export function dateFormatOf({
  language,
  timeZone,
}: {
  language: Language;
  timeZone: string;
}): DateFormat {
  const key = `${language} ${timeZone}`;
  const format = formats.get(key) ?? createDateFormat({ language, timeZone });
  formats.set(key, format);
  return format;
}
