import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type ArchivePlan, createArchive } from "@/lib/bench/archive/archive";
import { createWorkingCopy, findArchive } from "@/lib/bench/archive-cache";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { type ContentSummary, runContent, type Site } from "@/lib/bench/content-command";
import { sizeOfFolder } from "@/lib/bench/folder-size";
import { findHugo, measureHugo } from "@/lib/bench/hugo";
import { renderIngestChart } from "@/lib/bench/ingest/ingest-chart";
import { measureStockContentlayer } from "@/lib/bench/ingest/stock-contentlayer";
import { median } from "@/lib/bench/load/percentile";
import { planOptions, readPlans } from "@/lib/bench/plan-options";
import type { Session } from "@/lib/bench/session";
import type { Row } from "@/lib/bench/table";

/** Short commands are run this often; the median counts. */
const repetitions = 3;

/** `npm run bench -- ingest`: from a folder of post files to a complete store, and what a change costs then. */
export const ingestBenchmark: Benchmark = {
  about: "first ingest, changes, memory and store",
  options: {
    ...planOptions,
    stock: {
      type: "string",
      value: "N,N…",
      about: "numbers of posts for stock Contentlayer and Hugo",
    },
  },
  columns: [
    { key: "subject", heading: "" },
    { key: "posts", heading: "posts" },
    { key: "archiveMb", heading: "archive MB" },
    { key: "firstS", heading: "first run s", digits: 1 },
    { key: "peakMb", heading: "peak memory MB" },
    { key: "unchangedS", heading: "nothing changed s", digits: 2 },
    { key: "changedS", heading: "one changed s", digits: 2 },
    { key: "addedS", heading: "one added s", digits: 2 },
    { key: "deletedS", heading: "one deleted s", digits: 2 },
    { key: "storeMb", heading: "store MB", digits: 1 },
    { key: "note", heading: "" },
  ],
  readme: {
    columns: [
      ...["subject", "posts", "archiveMb", "firstS", "peakMb"],
      ...["unchangedS", "changedS", "storeMb", "note"],
    ],
    chart: {
      description: "Time and peak memory of a first run, by number of posts",
      render: renderIngestChart,
    },
  },
  isPartOfAll: true,
  run: async (session) => {
    for (const plan of readPlans(session.options)) {
      await session.measure(`masthead ${plan.kind} ${plan.posts}`, () =>
        measureMasthead(plan, session),
      );
    }
    for (const plan of readPlans(session.options, { sizes: "stock", usual: [1_000] })) {
      await session.measure(`contentlayer ${plan.kind} ${plan.posts}`, () =>
        measureStockContentlayer(plan, session),
      );
      const version = findHugo();
      if (version === undefined) continue;
      await session.measure(`hugo ${plan.kind} ${plan.posts}`, () =>
        measureHugo(version, plan, session),
      );
    }
  },
};

async function measureMasthead(plan: ArchivePlan, session: Session): Promise<Row> {
  const { root, resources } = session;
  const contentDirectory = await createWorkingCopy(await findArchive(plan, session), session);
  const store = path.join(resources.createFolder("store"), "content.db");
  const site: Site = { contentDirectory, databaseUrl: `file:${store}` };
  const run = async (expected: Partial<ContentSummary>) => {
    const { measured, summary } = await runContent(root, site, resources);
    expect(summary, expected);
    return { ...measured, s: measured.ms / 1000, maxRssMb: summary.peakRssMb };
  };
  const repeat = async (change: (turn: number) => Partial<ContentSummary>) => {
    const seconds: number[] = [];
    for (let turn = 0; turn < repetitions; turn += 1) seconds.push((await run(change(turn))).s);
    return median(seconds);
  };

  const archive = createArchive(plan);
  const pathOf = (turn: number) =>
    path.join(contentDirectory, archive.file(Math.floor(plan.posts / 2) + turn).path);
  const extra = (turn: number) => path.join(contentDirectory, `_posts/added-${turn}.md`);

  const first = await run({ files: plan.posts, compiled: plan.posts });
  session.say(`first run: ${first.s.toFixed(1)} s`);
  const storeMb = sizeOfFolder(path.dirname(store)) / 1e6;
  const unchangedS = await repeat(() => ({ compiled: 0, deleted: 0 }));
  const changedS = await repeat((turn) => {
    replaceFile(pathOf(turn), `${createPost(`Changed ${turn}`)}\n`);
    return { compiled: 1, deleted: 0 };
  });
  const addedS = await repeat((turn) => {
    writeFileSync(extra(turn), createPost(`Added ${turn}`));
    return { compiled: 1, deleted: 0 };
  });
  const deletedS = await repeat((turn) => {
    rmSync(extra(turn));
    return { compiled: 0, deleted: 1 };
  });
  const archiveMb = sizeOfFolder(contentDirectory) / 1e6;
  resources.removeFolder(path.dirname(contentDirectory));
  resources.removeFolder(path.dirname(store));
  return {
    subject: "Masthead",
    kind: plan.kind,
    posts: plan.posts,
    archiveMb,
    firstS: first.s,
    peakMb: Math.round(first.peakMb ?? first.maxRssMb),
    maxRssMb: first.maxRssMb,
    unchangedS,
    changedS,
    addedS,
    deletedS,
    storeMb,
  };
}

/** A benchmark of the wrong thing is worse than none. */
function expect(summary: ContentSummary, expected: Partial<ContentSummary>): void {
  for (const [name, value] of Object.entries(expected)) {
    const found = new Map(Object.entries(summary)).get(name);
    if (found !== value) {
      throw new BenchmarkError(
        `npm run content says ${name} ${found}, where it should be ${value}: ${JSON.stringify(summary)}`,
      );
    }
  }
}

/** As an editor's program does; the file that the link led to stays as it is. */
function replaceFile(file: string, content: string): void {
  rmSync(file);
  writeFileSync(file, content);
}

const createPost = (title: string): string =>
  `---\nlayout: post\ntitle: "${title}"\ndate: 2020-02-02T02:02:02.000Z\nauthor: 林海\ntags: [ 潮汐 ]\n---\n\n${"港口的灯先亮了。".repeat(60)}\n`;
