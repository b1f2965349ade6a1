import { expect, it } from "vitest";
import { doWithin } from "@/lib/ingest/within-time";

it("does what ends in time, whatever comes of it", () => {
  const done: number[] = [];
  expect(doWithin(10_000, () => done.push(1))).toBe(true);
  expect(done).toEqual([1]);
  expect(() =>
    doWithin(10_000, () => {
      throw new RangeError("as it was thrown");
    }),
  ).toThrow(RangeError);
});

it.each([
  [
    "a loop",
    () => {
      for (;;);
    },
  ],
  ["an expression that backtracks", () => /^(a+)+$/.test(`${"a".repeat(60)}b`)],
  [
    "one that catches everything",
    () => {
      for (;;) {
        try {
          for (;;);
        } catch {
          // Goes on.
        }
      }
    },
  ],
])("ends %s", (_what, work) => {
  expect(doWithin(50, work)).toBe(false);
  // And the next has its own time.
  expect(doWithin(10_000, () => undefined)).toBe(true);
});
