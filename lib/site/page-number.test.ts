import { describe, expect, it } from "vitest";
import { parsePageNumber } from "@/lib/site/page-number";

describe("parsePageNumber", () => {
  it.each([
    ["1", 1],
    ["2", 2],
    ["10", 10],
    ["2929", 2929],
  ])("reads %s", (text, page) => {
    expect(parsePageNumber(text)).toBe(page);
  });

  it.each(["", "0", "02", "-1", "+2", "1e1", "0x2", "2.0", " 2", "2 ", "２", "two", "9999999999"])(
    "refuses %j, so that a page has one address only",
    (text) => {
      expect(parsePageNumber(text)).toBeUndefined();
    },
  );
});
