import { Agent } from "node:http";
import { ask } from "@/lib/bench/load/ask";

export interface Loaded {
  /** Answers by status. */
  statuses: Map<number, number>;
  requests: number;
  seconds: number;
  /** Of each answer, in milliseconds. */
  times: number[];
}

interface Load {
  origin: string;
  addresses: Iterable<string>;
  /** Each is kept open, and asks for one address after the other. */
  connections: number;
  /** In place of asking for pages that aren't compressed. */
  headers?: Readonly<Record<string, string>>;
  signal: AbortSignal;
}

/** Not asked to be compressed: what is measured is the cache, not gzip. */
const uncompressed = { "accept-encoding": "identity" };

/** Asks for addresses over so many connections at a time until there are no more. */
export async function loadAddresses({
  origin,
  addresses,
  connections,
  headers = uncompressed,
  signal,
}: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const rest = addresses[Symbol.iterator]();
  const statuses = new Map<number, number>();
  const times: number[] = [];
  const started = performance.now();
  const work = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      signal.throwIfAborted();
      const { status, ms } = await ask(agent, origin + next.value, headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      times.push(ms);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - started) / 1000;
  return { statuses, requests: times.length, seconds, times };
}

/** One address over and over, for so long. */
export function* repeatFor(address: string, milliseconds: number): Generator<string> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) yield address;
}
