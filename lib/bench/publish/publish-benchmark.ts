import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { createWorkingCopy, findArchive } from "@/lib/bench/archive-cache";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { runContent, type Site } from "@/lib/bench/content-command";
import { findHugo, measureHugo } from "@/lib/bench/hugo";
import { percentile } from "@/lib/bench/load/percentile";
import { planOptions, readPlans } from "@/lib/bench/plan-options";
import { runPublish } from "@/lib/bench/publish/publish-command";
import { WatchingPublisher } from "@/lib/bench/publish/watching-publisher";
import type { Session } from "@/lib/bench/session";
import { startSite } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";
import { frontPageUrl, postUrl, termUrl } from "@/lib/urls";

/** How often a page is looked at that isn't there yet, in milliseconds. */
const interval = 5;

/** A post that doesn't show in this time never does, in milliseconds. */
const longestWait = 60_000;

/** `npm run bench -- publish`: from a saved file to the new page and its listings, on a running site. */
export const publishBenchmark: Benchmark = {
  about: "from a saved file to its page and listings",
  options: {
    ...planOptions,
    posts: { type: "string", value: "N", about: "how often a post is saved and published; 30" },
  },
  columns: [
    { key: "subject", heading: "" },
    { key: "posts", heading: "posts" },
    { key: "p50", heading: "saved to served p50, ms", digits: 0 },
    { key: "p95", heading: "p95, ms", digits: 0 },
    { key: "addresses", heading: "pages that changed" },
    { key: "firstS", heading: "whole site, s", digits: 1 },
    { key: "note", heading: "" },
  ],
  readme: { columns: ["subject", "posts", "p50", "p95", "addresses", "firstS", "note"] },
  isPartOfAll: true,
  run: async (session) => {
    for (const plan of readPlans(session.options, { sizes: "sizes", usual: [1_000, 35_000] })) {
      await measureSite(plan, session);
      const version = findHugo();
      if (version === undefined) continue;
      await session.measure(`hugo ${plan.kind} ${plan.posts}`, () =>
        measureHugo(version, plan, session),
      );
    }
  },
};

async function measureSite(plan: ArchivePlan, session: Session): Promise<void> {
  const { root, resources, options } = session;
  const contentDirectory = await createWorkingCopy(await findArchive(plan, session), session);
  const storeFolder = resources.createFolder("store");
  const databaseUrl = `file:${path.join(storeFolder, "content.db")}`;
  const site: Site = { contentDirectory, databaseUrl };
  session.say("filling the store, building and starting the site");
  await runContent(root, site, resources);
  const server = await startSite(session, site);
  const bench = new NewPosts(contentDirectory, server.origin, session);
  const count = options.count("posts", 30);
  try {
    const facts = { kind: plan.kind, posts: plan.posts };
    await session.measure(`publish ${plan.kind} ${plan.posts}`, async () => {
      const publish = () => runPublish(site, [server.origin], session);
      return { subject: "npm run publish", ...facts, ...(await bench.publish(count, publish)) };
    });
    await session.measure(`publish --watch ${plan.kind} ${plan.posts}`, async () => {
      const watching = await WatchingPublisher.start(session, site, server.origin);
      try {
        const row = await bench.publish(count, () => watching.next());
        return { subject: "npm run publish -- --watch", ...facts, ...row };
      } finally {
        await watching.stop();
      }
    });
  } finally {
    await server.stop();
    resources.removeFolder(path.dirname(contentDirectory));
    resources.removeFolder(storeFolder);
  }
}

/** Writes one post after the other and waits until readers have it. */
class NewPosts {
  readonly #folder: string;
  readonly #origin: string;
  readonly #session: Session;
  #written = 0;

  constructor(folder: string, origin: string, session: Session) {
    this.#folder = folder;
    this.#origin = origin;
    this.#session = session;
  }

  /**
   * Times `count` posts, after one that isn't counted.
   * @param publish has a post published that was saved; comes back with the number of pages that changed
   */
  async publish(count: number, publish: () => Promise<number>): Promise<Row> {
    const times: number[] = [];
    const addresses: number[] = [];
    for (let turn = 0; turn <= count; turn += 1) {
      this.#written += 1;
      const tagPage = termUrl({ taxonomy: "tag", slug: "benchmark" });
      const title = `Benchmark number ${this.#written}`;
      const page = postUrl(`benchmark-number-${this.#written}`);
      // Readers have asked for the page before: that there is none is cached too.
      await this.#get(page);
      await this.#get(frontPageUrl);
      // Each is the newest of all, so that the front page changes.
      const date = new Date(Date.now() - 1000).toISOString();
      const text = `---\ntitle: ${title}\ndate: ${date}\ntags: [Benchmark]\n---\nText ${this.#written}.\n`;
      const started = performance.now();
      writeFileSync(path.join(this.#folder, `benchmark-${this.#written}.md`), text);
      const changed = await publish();
      for (const address of [page, frontPageUrl, tagPage]) await this.#waitFor(address, title);
      if (turn === 0) continue;
      times.push(performance.now() - started);
      addresses.push(changed);
    }
    return {
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      addresses: percentile(addresses, 0.5),
    };
  }

  async #waitFor(address: string, words: string): Promise<void> {
    const deadline = performance.now() + longestWait;
    while (!(await this.#get(address)).includes(words)) {
      if (performance.now() > deadline) throw new BenchmarkError(`${address} never shows ${words}`);
      await setTimeout(interval, undefined, { signal: this.#session.resources.signal });
    }
  }

  async #get(address: string): Promise<string> {
    return (await fetch(this.#origin + address)).text();
  }
}
