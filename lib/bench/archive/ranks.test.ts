import { describe, expect, test } from "vitest";
import { createRanks } from "@/lib/bench/archive/ranks";

describe("createRanks", () => {
  test.each([1, 2, 3, 24, 997, 1_000, 2_310])(
    "gives each of %i posts a rank of its own",
    (total) => {
      for (const seed of [1, 2, 3]) {
        const rank = createRanks(total, seed);
        const ranks = Array.from({ length: total }, (_, index) => rank(index));
        expect([...ranks].sort((one, other) => one - other)).toEqual(
          Array.from({ length: total }, (_, index) => index),
        );
      }
    },
  );

  test("another seed gives another order", () => {
    const order = (seed: number) => Array.from({ length: 50 }, (_, i) => createRanks(50, seed)(i));
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
  });
});
