import type { Page } from "playwright";

export interface Vitals {
  cls: number;
  lcpMs: number;
  /** Of long tasks between the first paint and now, what is beyond 50 ms each. */
  tbtMs: number;
}

/** What the page's own observers tell once it has come to rest. */
export const readVitals = (page: Page): Promise<Vitals> =>
  page.evaluate(async () => {
    /** Those that were there before it began to observe. */
    const list = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const observer = new PerformanceObserver((entries) => resolve(entries.getEntries()));
        observer.observe({ type, buffered: true });
        // It isn't called where there are none.
        setTimeout(() => resolve([]), 500);
      });
    const numberOf = (entry: PerformanceEntry, key: string): number =>
      Number(Reflect.get(entry, key) ?? 0);
    const [shifts, paints, largest, tasks] = await Promise.all(
      ["layout-shift", "paint", "largest-contentful-paint", "longtask"].map(list),
    );
    const first = paints?.find(({ name }) => name === "first-contentful-paint")?.startTime ?? 0;
    return {
      cls: (shifts ?? [])
        .filter((shift) => !Reflect.get(shift, "hadRecentInput"))
        .reduce((sum, shift) => sum + numberOf(shift, "value"), 0),
      lcpMs: largest?.at(-1)?.startTime ?? 0,
      tbtMs: (tasks ?? [])
        .filter(({ startTime, duration }) => startTime + duration > first)
        .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    };
  });
