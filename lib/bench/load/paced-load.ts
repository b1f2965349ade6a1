import { setTimeout } from "node:timers/promises";

interface Pace {
  perSecond: number;
  /** No more requests than this at a time: a server that can't keep up is asked for less, and the sum tells. */
  mostOpen: number;
  /** Looked at between requests. */
  isOver(): boolean;
  signal: AbortSignal;
}

export interface Paced {
  sent: number;
  /** Not sent, for too many were open. */
  leftOut: number;
  seconds: number;
  /** How late each was sent, in milliseconds: large where this process itself had to wait. */
  lateness: number[];
}

/** Between two looks at the clock, in milliseconds. */
const tick = 1;

/**
 * Sends requests at their times by the clock, whether those before are answered or not, as readers do who don't know of
 * each other: a slow answer puts off none of the next, and so none is missing where it counts.
 * @param send the nth request; resolves when it is answered
 */
export async function runPaced(
  send: (index: number) => Promise<void>,
  { perSecond, mostOpen, isOver, signal }: Pace,
): Promise<Paced> {
  const open = new Set<Promise<void>>();
  const lateness: number[] = [];
  const failures: unknown[] = [];
  let leftOut = 0;
  const started = performance.now();
  for (let index = 0; !isOver() && failures.length === 0; ) {
    const now = performance.now() - started;
    for (; (index * 1000) / perSecond <= now; index += 1) {
      if (open.size >= mostOpen) {
        leftOut += 1;
        continue;
      }
      lateness.push(now - (index * 1000) / perSecond);
      const sent: Promise<void> = send(index)
        .catch((thrown: unknown) => {
          failures.push(thrown);
        })
        .finally(() => open.delete(sent));
      open.add(sent);
    }
    await setTimeout(tick, undefined, { signal });
  }
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(open);
  if (failures.length > 0) throw failures[0];
  return { sent: lateness.length, leftOut, seconds, lateness };
}
