import { expect, test } from "vitest";
import { isStale, readEditions, titleOf } from "@/lib/bench/serve/editions";

const page = (...shown: [number, number][]) =>
  readEditions(shown.map(([post, edition]) => `<a>${titleOf(post, edition)}</a>`).join("\n"));

test("of a post that a page shows twice, the older edition counts", () => {
  expect([...page([1, 12], [3, 4], [1, 11])]).toEqual([
    [1, 11],
    [3, 4],
  ]);
});

test("a page is stale that shows one post as it was before", () => {
  const published = new Map([
    [1, 5],
    [2, 1],
  ]);
  expect(isStale(page([1, 5], [2, 1]), published)).toBe(false);
  expect(isStale(page([1, 6]), published)).toBe(false);
  expect(isStale(page([2, 1], [1, 4]), published)).toBe(true);
});
