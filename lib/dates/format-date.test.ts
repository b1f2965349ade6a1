import { describe, expect, it } from "vitest";
import { createDateFormat } from "@/lib/dates/format-date";

const instant = "2023-10-28T06:22:36.000Z";
const shanghai = "Asia/Shanghai";

describe("createDateFormat", () => {
  it.each([
    ["zh-Hans", "2023年10月28日", "2023年10月28日 14:22"],
    ["zh-Hant", "2023年10月28日", "2023年10月28日 14:22"],
    ["en", "October 28, 2023", "October 28, 2023, 14:22"],
  ] as const)("writes dates in %s", (locale, date, dateTime) => {
    const format = createDateFormat({ language: locale, timeZone: shanghai });
    expect(format.date(instant)).toBe(date);
    expect(format.dateTime(instant)).toBe(dateTime);
  });

  it("shows the day of the site's zone, not of UTC", () => {
    const evening = "2023-10-28T16:30:00.000Z";
    expect(createDateFormat({ language: "zh-Hans", timeZone: shanghai }).dateTime(evening)).toBe(
      "2023年10月29日 00:30",
    );
    expect(
      createDateFormat({ language: "zh-Hans", timeZone: "America/New_York" }).date(evening),
    ).toBe("2023年10月28日");
  });

  it("shows no time for midnight in the site's zone", () => {
    const format = createDateFormat({ language: "zh-Hans", timeZone: shanghai });
    expect(format.dateTime("2023-10-27T16:00:00.000Z")).toBe("2023年10月28日");
    expect(format.dateTime("2023-10-28T00:00:00.000Z")).toBe("2023年10月28日 08:00");
  });

  it.each([
    ["zh-Hans", "2023年1月", "1月"],
    ["en", "January 2023", "Jan"],
  ] as const)("names months in %s, whatever the zone", (locale, yearMonth, month) => {
    const format = createDateFormat({ language: locale, timeZone: "America/New_York" });
    expect(format.yearMonth(2023, 1)).toBe(yearMonth);
    expect(format.month(1)).toBe(month);
  });
});
