import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { sizeOfFolder } from "@/lib/bench/folder-size";
import { loadAddresses } from "@/lib/bench/load/load-addresses";
import { type BenchSite, serving } from "@/lib/bench/serve/bench-site";
import { measureKeptPages } from "@/lib/bench/serve/kept-pages";
import type { Part } from "@/lib/bench/serve/parts";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";
import type { RunningServer } from "@/lib/processes/running-server";
import { postUrl } from "@/lib/urls";

/** Of a crawler. */
const connections = 32;

/** Memory is told so often during a crawl. */
const stretches = 10;

/** Of the pages that were asked for, so many are asked for once more after a restart. */
const afterRestart = 1000;

/** A crawler that makes addresses up, one that asks for every post, and what is still there after a restart. */
export async function measureCrawl(
  benchSite: BenchSite,
  chosen: ReadonlySet<Part>,
  session: Session,
): Promise<Row> {
  const { posts, pagesFolder, boundMb } = benchSite;
  const addresses = posts.map(({ address }) => address);
  const crawled = await serving(benchSite, session, { afresh: true }, async (server) => {
    const crawl = new Crawl(server, session);
    const startMb = crawl.look("started");
    const madeUp = chosen.has("crawl") ? await crawlMadeUp(crawl, session) : {};
    if (!chosen.has("memory")) return { startMb, ...madeUp, peakMb: crawl.peakMb };
    await crawl.ask(addresses, 200, "real pages");
    return {
      posts: addresses.length,
      startMb,
      ...madeUp,
      peakMb: crawl.peakMb,
      endMb: crawl.memory.at(-1),
      diskMb: Math.round(sizeOfFolder(pagesFolder) / 1e6),
      ...measureKeptPages(pagesFolder, addresses.length),
      boundMb,
    };
  });
  if (!chosen.has("memory")) return crawled;
  session.say("after a restart");
  const warmShare = await serving(benchSite, session, {}, (server) =>
    shareOfHits(server, addresses.slice(-afterRestart)),
  );
  return { ...crawled, warmShare };
}

async function crawlMadeUp(crawl: Crawl, session: Session): Promise<Row> {
  const madeUp = session.options.count("made-up", 10_000);
  await crawl.ask([...madeUpAddresses(madeUp)], 404, "made-up addresses");
  const { memory } = crawl;
  return { madeUp, halfMb: memory[stretches / 2], madeUpMb: memory.at(-1) };
}

/** Half of them could be posts, half could be pages. */
function* madeUpAddresses(count: number): Generator<string> {
  for (let index = 0; index < count; index += 1) {
    yield index % 2 ? postUrl(`no-such-page-${index}`) : `/no-such-page-${index}`;
  }
}

/** Asks one server for many pages, and looks at its memory meanwhile. */
class Crawl {
  /** In MB, at each look. */
  readonly memory: number[] = [];
  readonly #server: RunningServer;
  readonly #session: Session;

  constructor(server: RunningServer, session: Session) {
    this.#server = server;
    this.#session = session;
  }

  get peakMb(): number {
    return Math.round(this.#server.peakMb ?? 0);
  }

  look(what: string): number {
    const mb = Math.round(this.#server.memoryMb ?? 0);
    this.memory.push(mb);
    this.#session.say(`${what}: ${mb} MB`);
    return mb;
  }

  /** @throws BenchmarkError where an answer has another status */
  async ask(addresses: readonly string[], expected: number, what: string): Promise<void> {
    const { signal } = this.#session.resources;
    const { origin } = this.#server;
    const size = Math.ceil(addresses.length / stretches);
    for (let stretch = 0; stretch < stretches; stretch += 1) {
      const asked = addresses.slice(stretch * size, (stretch + 1) * size);
      const { statuses } = await loadAddresses({ origin, addresses: asked, connections, signal });
      for (const [status, times] of statuses) {
        if (status !== expected) throw new BenchmarkError(`${times} answers were ${status}`);
      }
      this.look(`${what}, ${stretch + 1} of ${stretches}`);
    }
  }
}

/** Percent of pages that needn't be rendered. */
async function shareOfHits(server: RunningServer, addresses: readonly string[]): Promise<number> {
  let hits = 0;
  for (const address of addresses) {
    const response = await fetch(server.origin + address);
    await response.arrayBuffer();
    if (response.headers.get("x-nextjs-cache") === "HIT") hits += 1;
  }
  return (100 * hits) / addresses.length;
}
