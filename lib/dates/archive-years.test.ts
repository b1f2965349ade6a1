import { expect, it } from "vitest";
import { groupByYear } from "@/lib/dates/archive-years";

it("groups months into calendar years, newest year first, January first", () => {
  const years = groupByYear([
    { year: 2024, month: 2, count: 3 },
    { year: 2023, month: 12, count: 5 },
    { year: 2023, month: 1, count: 7 },
  ]);
  expect(years.map(({ year, count }) => [year, count])).toEqual([
    [2024, 3],
    [2023, 12],
  ]);
  expect(years[1]?.months.map(({ count }) => count)).toEqual([7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
  expect(years[1]?.months.map(({ month }) => month)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12,
  ]);
});

it("has no years for an empty archive", () => {
  expect(groupByYear([])).toEqual([]);
});
