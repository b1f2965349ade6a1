import { expect, test } from "vitest";
import { median, percentile } from "@/lib/bench/load/percentile";

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

test("the nearest rank, whatever the order", () => {
  expect(percentile(hundred, 0.95)).toBe(95);
  expect(percentile(hundred, 0.5)).toBe(50);
  expect(percentile(hundred, 1)).toBe(100);
  expect(percentile(hundred, 0)).toBe(1);
  expect(median([3, 1, 2])).toBe(2);
  expect(median([7])).toBe(7);
  // As numbers, not as text.
  expect(median([9, 10, 11])).toBe(10);
});

test("of nothing there is none", () => {
  expect(() => percentile([], 0.5)).toThrow(RangeError);
});
