import { setTimeout } from "node:timers/promises";
import { expect, it } from "vitest";
import { RenderQueue } from "@/lib/server/render-queue";

/** Work that ends when it is told to. */
function createWork() {
  const finish: (() => void)[] = [];
  const begun: number[] = [];
  const work = (number: number) => () => {
    begun.push(number);
    return new Promise<void>((resolve) => finish.push(resolve));
  };
  return { begun, finish, work };
}

it("lets two begin, and the others in the order in which they came", async () => {
  const queue = new RenderQueue();
  const { begun, finish, work } = createWork();
  const all = [1, 2, 3, 4].map((number) => queue.run(work(number)));
  await setTimeout(0);
  expect(begun).toEqual([1, 2]);
  finish[1]?.();
  await all[1];
  await setTimeout(0);
  expect(begun).toEqual([1, 2, 3]);
  finish[0]?.();
  finish[2]?.();
  await setTimeout(0);
  finish[3]?.();
  await Promise.all(all);
  expect(begun).toEqual([1, 2, 3, 4]);
});

it("goes on after what failed, and takes no more at a time for it", async () => {
  const queue = new RenderQueue();
  const { begun, finish, work } = createWork();
  for (let index = 0; index < 5; index += 1) {
    await expect(queue.run(async () => Promise.reject(new Error("broken")))).rejects.toThrow(
      "broken",
    );
  }
  const all = [1, 2, 3].map((number) => queue.run(work(number)));
  await setTimeout(0);
  expect(begun).toEqual([1, 2]);
  for (const end of finish) end();
  await setTimeout(0);
  finish[2]?.();
  await Promise.all(all);
});

it("isn't held up by what waits for something slow", async () => {
  const queue = new RenderQueue();
  const { begun, finish, work } = createWork();
  const slow = [1, 2].map((number) => queue.run(work(number)));
  const last = queue.run(work(3));
  await expect.poll(() => begun).toEqual([1, 2, 3]);
  for (const end of finish) end();
  await Promise.all([...slow, last]);
});

it("says when too many wait", async () => {
  const queue = new RenderQueue();
  const { finish, work } = createWork();
  const all = Array.from({ length: 301 }, (_, number) => queue.run(work(number)));
  expect(queue.isFull).toBe(false);
  all.push(queue.run(work(301)));
  expect(queue.isFull).toBe(true);
  for (let ended = 0; ended < all.length; ended += 1) {
    await expect.poll(() => finish.length).toBeGreaterThan(ended);
    finish[ended]?.();
  }
  await Promise.all(all);
  expect(queue.isFull).toBe(false);
});
