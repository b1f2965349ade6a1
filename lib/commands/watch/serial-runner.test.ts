import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createSerialRunner } from "@/lib/commands/watch/serial-runner";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

function createRunner(outcome: () => boolean | Error = () => true) {
  const started: number[] = [];
  const errors: unknown[] = [];
  let atWork = 0;
  const request = createSerialRunner(
    async () => {
      expect(atWork).toBe(0);
      atWork += 1;
      started.push(performance.now());
      await new Promise((resolve) => setTimeout(resolve, 500));
      atWork -= 1;
      const result = outcome();
      if (result instanceof Error) throw result;
      return result;
    },
    { settleMs: 100, longestMs: 1000, retryMs: 5000, onError: (thrown) => errors.push(thrown) },
  );
  const origin = performance.now();
  return { request, errors, started: () => started.map((time) => time - origin) };
}

it("works once for many requests, when they have come to rest", async () => {
  const { request, started } = createRunner();
  request();
  await vi.advanceTimersByTimeAsync(60);
  request();
  await vi.advanceTimersByTimeAsync(60);
  request();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(started()).toEqual([220]);
});

it("doesn't wait for ever while requests keep coming", async () => {
  const { request, started } = createRunner();
  for (let turn = 0; turn < 25; turn += 1) {
    request();
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(started()[0]).toBeLessThanOrEqual(1000);
});

it("works once more for what came while it was at work", async () => {
  const { request, started } = createRunner();
  request();
  await vi.advanceTimersByTimeAsync(200);
  request();
  request();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(started()).toEqual([100, 700]);
});

it("does again what failed, and says what was thrown", async () => {
  const outcomes = [new Error("no folder"), false, true];
  const { request, errors, started } = createRunner(() => outcomes.shift() ?? true);
  request();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(errors).toEqual([new Error("no folder")]);
  expect(started()).toEqual([100, 5600, 11_100]);
});
