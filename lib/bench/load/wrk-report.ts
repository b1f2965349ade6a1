import { BenchmarkError } from "@/lib/bench/benchmark-error";

/** How fast one address was answered over and over. */
export interface Throughput {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

const inMs = { us: 0.001, ms: 1, s: 1000, m: 60_000 } as const;

/**
 * Reads what `wrk --latency` prints.
 * @throws BenchmarkError where answers were missing or no success: figures of failures say nothing
 */
export function readWrkReport(report: string): Throughput {
  const failed = /^ *(?:Non-2xx or 3xx responses|Socket errors): .*[1-9].*$/m.exec(report);
  if (failed) throw new BenchmarkError(`wrk: ${failed[0].trim()}`);
  return {
    perSecond: Number(find(report, /^Requests\/sec: +([\d.]+)$/m)[1]),
    p50Ms: readLatency(report, 50),
    p99Ms: readLatency(report, 99),
  };
}

function readLatency(report: string, share: number): number {
  const [, figure, unit = ""] = find(
    report,
    new RegExp(`^ *${share}% +([\\d.]+)(us|ms|s|m) *$`, "m"),
  );
  const factor = Object.entries(inMs).find(([name]) => name === unit)?.[1] ?? Number.NaN;
  return Number(figure) * factor;
}

function find(report: string, pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(report);
  if (!found) throw new BenchmarkError(`wrk has printed something else:\n${report}`);
  return found;
}
