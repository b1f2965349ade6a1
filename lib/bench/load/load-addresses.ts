import { Agent, request } from "node:http";

export interface Loaded {
  /** Answers by status. */
  statuses: Map<number, number>;
  requests: number;
  seconds: number;
}

/** Asks for addresses over so many connections at a time, each kept open, one after the other until there are no more. */
export async function loadAddresses(
  origin: string,
  addresses: Iterable<string>,
  connections: number,
  signal: AbortSignal,
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const rest = addresses[Symbol.iterator]();
  const statuses = new Map<number, number>();
  let requests = 0;
  const started = performance.now();
  const work = async () => {
    for (let next = rest.next(); !next.done; next = rest.next()) {
      signal.throwIfAborted();
      const status = await ask(agent, origin + next.value);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      requests += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, work));
  } finally {
    agent.destroy();
  }
  return { statuses, requests, seconds: (performance.now() - started) / 1000 };
}

/** One address over and over, for so long. */
export function* repeatFor(address: string, milliseconds: number): Generator<string> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) yield address;
}

/** Not asked to be compressed: what is measured is the cache, not gzip. */
const ask = (agent: Agent, url: string): Promise<number> =>
  new Promise((resolve, reject) => {
    request(url, { agent, headers: { accept: "text/html", "accept-encoding": "identity" } })
      .on("response", (response) => {
        response.on("error", reject).on("end", () => resolve(response.statusCode ?? 0));
        response.resume();
      })
      .on("error", reject)
      .end();
  });
