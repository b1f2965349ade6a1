import { createContext, Script } from "node:vm";
import type { Finding } from "@/lib/problem";

/** For which one file may be read and rendered, in milliseconds: the largest articles take a tenth of it on a slow machine. */
export const longestRendering = 20_000;

/** @param longest milliseconds */
export const describeTooLong = (longest: number): Finding => ({
  line: 1,
  column: 1,
  severity: "error",
  message: `the text takes longer than ${longest / 1000} s to render`,
  remedy: "split it, or take out what repeats itself thousands of times",
});

const box: { work: (() => void) | undefined } = { work: undefined };
const context = createContext(box);
const script = new Script("work()");

/**
 * Does synchronous work for some time at most; what it had done by then stays done. That costs a tenth of a millisecond.
 * @param longest milliseconds
 * @returns whether it came to its end
 */
export function doWithin(longest: number, work: () => void): boolean {
  box.work = work;
  try {
    script.runInContext(context, { timeout: longest });
    return true;
  } catch (thrown) {
    if (isTimeout(thrown)) return false;
    throw thrown;
  } finally {
    box.work = undefined;
  }
}

/**
 * Does synchronous work for each of some things, and gives up one that takes too long. They share the time, since to measure
 * it for each would cost more than most take; the one at which it runs out has as much once more for itself.
 * @param work may be done twice, and be broken off anywhere the first time
 */
export function doEachWithin<Item>(
  longest: number,
  items: readonly Item[],
  work: (item: Item) => void,
  giveUp: (item: Item) => void,
): void {
  let done = 0;
  const goOn = () => {
    for (const item of items.slice(done)) {
      work(item);
      done += 1;
    }
  };
  while (!doWithin(longest, goOn)) {
    for (const item of items.slice(done, done + 1)) {
      if (!doWithin(longest, () => work(item))) giveUp(item);
    }
    done += 1;
  }
}

/** It is an error of another realm, where the classes have the same names and aren't the same. */
const isTimeout = (thrown: unknown): boolean =>
  typeof thrown === "object" &&
  thrown !== null &&
  "code" in thrown &&
  thrown.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
