import { Temporal } from "temporal-polyfill";

const pattern =
  /^(?<year>[1-9]\d{3})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[Tt ]\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<zone>[Zz]|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * The instant that a date of the front matter names: `2023-10-28T06:22:36.000Z`, `2023-10-28 14:22:36 +0800`,
 * `2023-10-28 14:22`, `2023-10-28`. Without a zone it is read in `timeZone`, without a time as the start of the day.
 * @returns ISO 8601 in UTC with milliseconds, or nothing where the text names no instant (`2023-02-30`, `yesterday`)
 */
export function parseDate(text: string, timeZone: string): string | undefined {
  const groups = pattern.exec(text.trim())?.groups;
  if (!groups) return undefined;
  const { zone, fraction = "" } = groups;
  const fields = {
    year: Number(groups.year),
    month: Number(groups.month),
    day: Number(groups.day),
    hour: Number(groups.hour ?? 0),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    millisecond: Number(fraction.padEnd(3, "0").slice(0, 3)),
  };
  try {
    const local = Temporal.PlainDateTime.from(fields, { overflow: "reject" });
    const instant = local.toZonedDateTime(zone ? zoneOffset(zone) : timeZone).toInstant();
    return instant.toString({ fractionalSecondDigits: 3 });
  } catch (thrown) {
    // A day, an hour or an offset that doesn't exist.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

function zoneOffset(zone: string): string {
  if (!/^[+-]/.test(zone)) return "UTC";
  const digits = zone.replace(":", "");
  return `${digits.slice(0, 3)}:${digits.slice(3, 5) || "00"}`;
}

/** The date that Jekyll's file names start with: `2023-10-28-title.md`. */
export const fileNameDate = (path: string): string | undefined =>
  /(?:^|\/)(\d{4}-\d{1,2}-\d{1,2})-[^/]*$/.exec(path)?.[1];

/** Year and month of an instant, as a number such as 202310, in the given zone. */
export function monthOf(date: string, timeZone: string): number {
  const { year, month } = Temporal.Instant.from(date).toZonedDateTimeISO(timeZone);
  return year * 100 + month;
}
