import { expect, test } from "vitest";
import { runPaced } from "@/lib/bench/load/paced-load";

const signal = new AbortController().signal;

test("sends on while answers are missing, and leaves out what would be too many at a time", async () => {
  const answer: (() => void)[] = [];
  let looks = 0;
  const run = runPaced(() => new Promise((resolve) => answer.push(resolve)), {
    perSecond: 100_000,
    mostOpen: 3,
    isOver: () => {
      looks += 1;
      if (looks === 5) for (const resolve of answer) resolve();
      return looks === 5;
    },
    signal,
  });
  const { sent, leftOut } = await run;
  expect(sent).toBe(3);
  expect(leftOut).toBeGreaterThan(0);
});

test("sends each number once, in their order", async () => {
  const indexes: number[] = [];
  const { sent } = await runPaced(
    async (index) => {
      indexes.push(index);
    },
    { perSecond: 10_000, mostOpen: 10_000, isOver: () => indexes.length >= 20, signal },
  );
  expect(indexes).toEqual(Array.from({ length: sent }, (_, index) => index));
});

test("ends with the first failure", async () => {
  const run = runPaced(() => Promise.reject(new Error("refused")), {
    perSecond: 1000,
    mostOpen: 10,
    isOver: () => false,
    signal,
  });
  await expect(run).rejects.toThrow("refused");
});
