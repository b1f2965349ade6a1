import { Temporal } from "temporal-polyfill";
import type { Inspector } from "@/lib/ingest/inspection";
import type { Problem } from "@/lib/problem";

/**
 * Posts that are dated later than now, which are not public yet.
 * @param now milliseconds
 * @param timeZone in which the day is said. IANA name
 */
export function createDateInspector(now: number, timeZone: string): Inspector {
  const problems: Problem[] = [];
  return {
    see({ path, source, positions }) {
      const { date, draft } = source.fields;
      if (source.type !== "Post" || typeof date !== "string" || draft === true) return;
      const instant = Date.parse(date);
      if (instant <= now) return;
      const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
      const day = local.toPlainDate().toString();
      const time = local.toPlainTime().toString({ smallestUnit: "minute" });
      problems.push({
        path,
        ...(positions.get("date") ?? { line: 1, column: 1 }),
        severity: "warning",
        message: `the post is scheduled: it appears on ${day} at ${time} (${timeZone})`,
        remedy: "nothing is to be done if that is meant; otherwise put `date` right",
      });
    },
    conclude: () => problems,
  };
}
