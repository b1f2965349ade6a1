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
  return zone === undefined ? inTimeZone(fields, timeZone) : atOffset(fields, zone);
}

type Fields = Record<
  "year" | "month" | "day" | "hour" | "minute" | "second" | "millisecond",
  number
>;

function inTimeZone(fields: Fields, timeZone: string): string | undefined {
  try {
    const local = Temporal.PlainDateTime.from(fields, { overflow: "reject" });
    return local.toZonedDateTime(timeZone).toInstant().toString({ fractionalSecondDigits: 3 });
  } catch (thrown) {
    // A day or an hour that doesn't exist.
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

/** Nearly every date of an archive is such a one, and the polyfill of Temporal takes ten times as long for it. */
function atOffset(fields: Fields, zone: string): string | undefined {
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const { year, month, day, hour, minute, second, millisecond } = fields;
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second, millisecond));
  const exists =
    local.getUTCMonth() === month - 1 &&
    local.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return exists ? new Date(local.getTime() - offset * 60_000).toISOString() : undefined;
}

/** Of `Z`, `UTC`, `GMT`, `+08`, `+0800` or `-03:30`; nothing for an offset that no place has. */
function offsetMinutes(zone: string): number | undefined {
  if (!/^[+-]/.test(zone)) return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || 0);
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes);
}

/** The date that Jekyll's file names start with: `2023-10-28-title.md`. */
export const fileNameDate = (path: string): string | undefined =>
  /(?:^|\/)(\d{4}-\d{1,2}-\d{1,2})-[^/]*$/.exec(path)?.[1];

/** Formatters cost a thousand times more to make than to use. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Year and month of an instant, as a number such as 202310, in the given zone. */
export function monthOf(date: string, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-u-ca-iso8601", {
      timeZone,
      year: "numeric",
      month: "2-digit",
    });
    formatters.set(timeZone, formatter);
  }
  const parts = formatter.formatToParts(new Date(date));
  const part = (type: "year" | "month") => parts.find((found) => found.type === type)?.value;
  return Number(part("year")) * 100 + Number(part("month"));
}
