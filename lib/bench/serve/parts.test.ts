import { expect, test } from "vitest";
import { readParts } from "@/lib/bench/serve/parts";

test("are those that are named, or all", () => {
  expect([...readParts("cold, warm")]).toEqual(["cold", "warm"]);
  expect(readParts(undefined).size).toBe(5);
});

test("are refused where there is none of that name", () => {
  expect(() => readParts("warm,lukewarm")).toThrow("there are warm, cold, crawl, memory, stale");
});
