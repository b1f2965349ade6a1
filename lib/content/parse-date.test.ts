import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNameDate, monthOf, parseDate } from "@/lib/content/parse-date";

const shanghai = "Asia/Shanghai";
const newYork = "America/New_York";

describe("a date in front matter", () => {
  it.each([
    ["2023-10-28T06:22:36.000Z", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28 14:22:36 +0800", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28 14:22:36 +08:00", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28T14:22:36+08", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28 14:22:36", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28 14:22", "2023-10-28T06:22:00.000Z"],
    ["2023-10-28", "2023-10-27T16:00:00.000Z"],
    ["2023-1-2 3:04", "2023-01-01T19:04:00.000Z"],
    ["2023/10/28", "2023-10-27T16:00:00.000Z"],
    ["2023.10.28", "2023-10-27T16:00:00.000Z"],
    ["2023-10-28 06:22:36 UTC", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28 06:22:36 GMT", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28t06:22:36z", "2023-10-28T06:22:36.000Z"],
    ["2023-10-28T06:22:36.5Z", "2023-10-28T06:22:36.500Z"],
    ["2023-10-28T06:22:36.123456789Z", "2023-10-28T06:22:36.123Z"],
    ["2023-10-28 06:22:36 -0330", "2023-10-28T09:52:36.000Z"],
    ["  2023-10-28  ", "2023-10-27T16:00:00.000Z"],
    ["2024-02-29", "2024-02-28T16:00:00.000Z"],
  ])("%s is an instant", (text, instant) => {
    expect(parseDate(text, shanghai)).toBe(instant);
  });

  it.each([
    "",
    "yesterday",
    "2023",
    "2023-10",
    "20231028",
    "2023-02-29",
    "2023-02-30",
    "2023-13-01",
    "2023-00-10",
    "2023-10-28 24:00",
    "2023-10-28 12:60",
    "2023-10-28 12:30:60",
    "2023-10-28 14:22 +9900",
    "2023-10-28 14:22 PST",
    "2023-10-28 2pm",
    "2023-10-28 14",
    "2023年10月28日",
    "10/28/2023",
    "2023-10-28 and more",
    "12023-10-28",
  ])("%j is none, and none is made up", (text) => {
    expect(parseDate(text, shanghai)).toBeUndefined();
  });
});

describe("a time on the day when clocks change", () => {
  it.each([
    [
      "the hour that is left out is the one after it",
      "2023-03-12 02:30",
      newYork,
      "2023-03-12T07:30:00.000Z",
    ],
    [
      "of the hour that comes twice the first is meant",
      "2023-11-05 01:30",
      newYork,
      "2023-11-05T05:30:00.000Z",
    ],
    ["before the change", "2023-03-12 01:59:59", newYork, "2023-03-12T06:59:59.000Z"],
    ["after the change", "2023-03-12 03:00", newYork, "2023-03-12T07:00:00.000Z"],
    [
      "an offset of its own counts, whatever the zone",
      "2023-03-12 02:30 -0500",
      newYork,
      "2023-03-12T07:30:00.000Z",
    ],
    ["summer time in China", "1988-07-01 12:00", shanghai, "1988-07-01T03:00:00.000Z"],
    [
      "a day without midnight starts later",
      "2018-11-04",
      "America/Sao_Paulo",
      "2018-11-04T03:00:00.000Z",
    ],
  ])("%s", (_what, text, zone, instant) => {
    expect(parseDate(text, zone)).toBe(instant);
  });
});

describe("any text and any zone", () => {
  const zone = fc.constantFrom(shanghai, newYork, "UTC", "Asia/Kathmandu", "Pacific/Apia");

  it("gives an instant that reads back as itself, or nothing", () => {
    const dateLike = fc.stringMatching(
      /^\d{4}-\d{1,2}-\d{1,2}([T ]\d{2}:\d{2}(:\d{2})?( ?[+-]\d{4}|Z)?)?$/,
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), dateLike), zone, (text, timeZone) => {
        const instant = parseDate(text, timeZone);
        if (instant === undefined || instant.startsWith("-")) return;
        expect(new Date(instant).toISOString()).toBe(instant);
        expect(parseDate(instant, timeZone)).toBe(instant);
      }),
      { numRuns: 500 },
    );
  });

  it("finds an instant again in whichever offset it was written", () => {
    const instants = fc.date({
      min: new Date("1000-01-02"),
      max: new Date("9998-12-30"),
      noInvalidDate: true,
    });
    const offsets = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(instants, offsets, zone, (date, minutes, timeZone) => {
        const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
        const size = Math.abs(minutes);
        const pad = (value: number) => String(value).padStart(2, "0");
        const offset = `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
        expect(parseDate(`${local.replace("T", " ")} ${offset}`, timeZone)).toBe(
          date.toISOString(),
        );
      }),
    );
  });
});

describe("the day in a file's name", () => {
  it.each([
    ["2023-10-28-title.md", "2023-10-28"],
    ["posts/2023/2023-1-2-标题.md", "2023-1-2"],
    ["2023-10-28-a/b.md", undefined],
    ["posts/notes-2023-10-28-x.md", undefined],
    ["2023-10-28.md", undefined],
    ["2023-10-title.md", undefined],
  ])("%s: %s", (path, day) => {
    expect(fileNameDate(path)).toBe(day);
  });
});

it("puts an instant into the month that it has in the site's zone", () => {
  expect(monthOf("2023-10-31T16:30:00.000Z", shanghai)).toBe(202311);
  expect(monthOf("2023-10-31T16:30:00.000Z", newYork)).toBe(202310);
  expect(monthOf("2024-01-01T00:30:00.000Z", newYork)).toBe(202312);
});
