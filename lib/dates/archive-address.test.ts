import { expect, it } from "vitest";
import { parseMonth, parseYear } from "@/lib/dates/archive-address";

it("reads years of four digits only", () => {
  expect(parseYear("2023")).toBe(2023);
  for (const text of ["23", "02023", "2023a", "20 3", "-202", ""]) {
    expect(parseYear(text), text).toBeUndefined();
  }
});

it("reads months of two digits only", () => {
  expect(parseMonth("01")).toBe(1);
  expect(parseMonth("12")).toBe(12);
  for (const text of ["1", "00", "13", "010", "page", ""]) {
    expect(parseMonth(text), text).toBeUndefined();
  }
});
