import { spawnSync } from "node:child_process";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { loadAddresses, repeatFor } from "@/lib/bench/load/load-addresses";
import { percentile } from "@/lib/bench/load/percentile";
import { readWrkReport, type Throughput } from "@/lib/bench/load/wrk-report";
import { runMeasured } from "@/lib/bench/run-measured";
import type { Session } from "@/lib/bench/session";

/** In seconds: on a busy machine an answer may be late, which its percentiles tell, and is none the less an answer. */
const longestWait = 60;

export interface Target {
  origin: string;
  address: string;
  headers: Readonly<Record<string, string>>;
}

/** Asks for one address over so many connections, each answer as soon as the one before is there. */
export interface LoadGenerator {
  /** As figures are told to come from. */
  name: string;
  run(target: Target, connections: number, seconds: number): Promise<Throughput>;
}

/** wrk where it is installed: it takes a small part of the machine, and Node's client more than the servers it measures. */
export function findLoadGenerator(session: Session): LoadGenerator {
  // It has no option that does nothing else and ends with 0.
  const isInstalled = spawnSync("wrk", ["-v"]).error === undefined;
  return isInstalled ? createWrk(session) : createNodeClient(session);
}

const createWrk = ({ root, resources }: Session): LoadGenerator => ({
  name: "wrk",
  async run({ origin, address, headers }, connections, seconds) {
    const given = Object.entries({ accept: "text/html", ...headers });
    const args = [
      ...["--latency", "--threads", "1", "--connections", String(connections)],
      ...["--duration", `${seconds}s`, "--timeout", `${longestWait}s`],
      ...given.flatMap(([name, value]) => ["--header", `${name}: ${value}`]),
      origin + address,
    ];
    const { output } = await runMeasured({ command: "wrk", args, cwd: root }, resources);
    return readWrkReport(output.map(({ text }) => text).join("\n"));
  },
});

const createNodeClient = ({ resources: { signal } }: Session): LoadGenerator => ({
  name: "Node's client, which takes most of the time itself: install wrk",
  async run({ origin, address, headers }, connections, seconds) {
    const addresses = repeatFor(address, seconds * 1000);
    const load = { origin, addresses, connections, headers, signal };
    const { statuses, requests, seconds: taken, times } = await loadAddresses(load);
    const failed = [...statuses].find(([status]) => status !== 200);
    if (failed) throw new BenchmarkError(`${failed[1]} answers were ${failed[0]}`);
    return {
      perSecond: requests / taken,
      p50Ms: percentile(times, 0.5),
      p99Ms: percentile(times, 0.99),
    };
  },
});
