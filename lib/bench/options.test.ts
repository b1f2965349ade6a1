import { expect, test } from "vitest";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { BenchOptions } from "@/lib/bench/options";
import { readPlans } from "@/lib/bench/plan-options";

test("sizes are whole numbers with commas between; large archives are made of small files", () => {
  expect(readPlans(new BenchOptions({ sizes: "24,100000" }))).toEqual([
    { kind: "mixed", posts: 24, seed: 1 },
    { kind: "small", posts: 100_000, seed: 1 },
  ]);
  expect(readPlans(new BenchOptions({ sizes: "24", kind: "small", seed: "7" }))).toEqual([
    { kind: "small", posts: 24, seed: 7 },
  ]);
  expect(readPlans(new BenchOptions({})).map(({ posts }) => posts)).toEqual([
    1_000, 10_000, 35_000, 100_000,
  ]);
});

test.each(["", "0", "-1", "1.5", "ten", "1,,2"])("--sizes %j is refused", (sizes) => {
  expect(() => readPlans(new BenchOptions({ sizes }))).toThrow(BenchmarkError);
});

test("an unknown kind is refused with those that there are", () => {
  expect(() => readPlans(new BenchOptions({ kind: "large" }))).toThrow("mixed and small");
});
