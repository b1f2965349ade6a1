import { Agent } from "node:http";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { ask } from "@/lib/bench/load/ask";
import { runPaced } from "@/lib/bench/load/paced-load";
import { percentile } from "@/lib/bench/load/percentile";
import { type BenchSite, serving } from "@/lib/bench/serve/bench-site";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";

/** Readers of the warm page, a second: enough to have a 99th percentile, and far from what takes a core. */
const warmPerSecond = 100;

/** Of both kinds, at a time. */
const mostOpen = 500;

const headers = { "accept-encoding": "br" };

/** How long readers of a warm page wait while other pages are rendered, each for its first reader. */
export async function measureCold(benchSite: BenchSite, session: Session): Promise<Row> {
  const { posts, prerendered } = benchSite;
  const { options, resources } = session;
  const perSecond = options.count("cold-rate", 20);
  const seconds = options.count("cold-seconds", 20);
  const [warm] = posts;
  // The oldest first: none that the build has rendered, nor that it shows beside a new one.
  const cold = posts.slice(prerendered + 1).reverse();
  if (!warm || cold.length < perSecond * seconds) {
    throw new BenchmarkError(
      `${perSecond * seconds} cold pages are wanted, and ${cold.length} are there: --sizes`,
    );
  }
  return serving(benchSite, session, { afresh: true }, async (server) => {
    const visitors = new Visitors(server.origin);
    const { signal } = resources;
    const pace = (rate: number, end: number) => ({
      perSecond: rate,
      mostOpen,
      isOver: () => performance.now() >= end,
      signal,
    });
    try {
      // A server that has just come up renders slowly, whatever it is asked for.
      for (const { address } of posts.slice(0, prerendered)) await visitors.visit(address);
      session.say("a warm page by itself");
      const alone: number[] = [];
      const visitWarm = async (times: number[]) => {
        times.push(await visitors.visit(warm.address));
      };
      await runPaced(
        () => visitWarm(alone),
        pace(warmPerSecond, performance.now() + seconds * 500),
      );
      session.say(`while ${perSecond} cold pages a second are rendered`);
      const [beside, coldTimes]: [number[], number[]] = [[], []];
      const cpuBefore = server.cpuMs;
      const end = performance.now() + seconds * 1000;
      const [warmRun, coldRun] = await Promise.all([
        runPaced(() => visitWarm(beside), pace(warmPerSecond, end)),
        runPaced(
          async (index) => {
            coldTimes.push(await visitors.visit(cold[index]?.address ?? "/"));
          },
          pace(perSecond, end),
        ),
      ]);
      const cpuAfter = server.cpuMs;
      return {
        coldPages: coldRun.sent,
        coldPerSecond: coldRun.sent / coldRun.seconds,
        coldP50: percentile(coldTimes, 0.5),
        coldP99: percentile(coldTimes, 0.99),
        ...(cpuBefore === undefined || cpuAfter === undefined
          ? {}
          : { coldCpu: (cpuAfter - cpuBefore) / coldRun.sent }),
        warmRequests: warmRun.sent,
        aloneP99: percentile(alone, 0.99),
        besideP50: percentile(beside, 0.5),
        besideP99: percentile(beside, 0.99),
        lateP99: percentile([...warmRun.lateness, ...coldRun.lateness], 0.99),
      };
    } finally {
      visitors.close();
    }
  });
}

/** Each has a connection of its own, or one that somebody before has left. */
class Visitors {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #origin: string;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** @returns milliseconds to the last byte */
  async visit(address: string): Promise<number> {
    const { status, ms } = await ask(this.#agent, this.#origin + address, headers);
    if (status !== 200) throw new BenchmarkError(`${address} answers ${status}`);
    return ms;
  }

  close(): void {
    this.#agent.destroy();
  }
}
