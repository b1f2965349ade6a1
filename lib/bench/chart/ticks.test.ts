import { expect, test } from "vitest";
import { listTicks } from "@/lib/bench/chart/ticks";

test.each([
  [100_000, [0, 20_000, 40_000, 60_000, 80_000, 100_000]],
  [95, [0, 20, 40, 60, 80, 100]],
  [0.7, [0, 0.2, 0.4, 0.6, 0.8]],
  [1.9, [0, 0.5, 1, 1.5, 2]],
  [0, [0, 1]],
])("round steps up to %d", (largest, ticks) => {
  expect(listTicks(largest)).toEqual(ticks);
});
