import path from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Benchmark } from "@/lib/bench/benchmark";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { countStored } from "@/lib/bench/comments/count-stored";
import { Crowd } from "@/lib/bench/comments/crowd";
import { startLibsqlServer } from "@/lib/bench/comments/libsql-server";
import { Moderator } from "@/lib/bench/comments/moderator";
import { type BenchPost, writePosts } from "@/lib/bench/comments/write-posts";
import { Writer } from "@/lib/bench/comments/writer";
import type { Site } from "@/lib/bench/content-command";
import { median, percentile } from "@/lib/bench/percentile";
import type { Session } from "@/lib/bench/session";
import { startSite } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";
import { TimedClient } from "@/lib/bench/timed-client";
import type { RunningServer } from "@/lib/processes/running-server";

/** Posts that are written under in turn; one more gets a thousand comments. */
const postCount = 20;

/** What each of the writers waits after a comment where they don't write as fast as they can, in milliseconds. */
const pauseMs = 2_000;

/** How often a comment is approved and looked for. */
const approvals = 5;

const password = "bench";

/** Waits of a look at a page for what was just approved, in milliseconds. */
const interval = 5;

/** `npm run bench -- comments`: a crowd that writes, a server that dies meanwhile, approval, the size of a page. */
export const commentsBenchmark: Benchmark = {
  about: "comments: [--writers 200] [--comments 5000]; SQLD_PATH names a libSQL server's program",
  options: { writers: { type: "string" }, comments: { type: "string" } },
  columns: [
    { key: "database", heading: "database" },
    { key: "writers", heading: "writers" },
    { key: "comments", heading: "comments" },
    { key: "aloneP95", heading: "one writer p95, ms", digits: 1 },
    { key: "pacedPerSecond", heading: "with pauses, a second" },
    { key: "pacedP50", heading: "with pauses p50, ms", digits: 1 },
    { key: "pacedP95", heading: "with pauses p95, ms", digits: 1 },
    { key: "perSecond", heading: "without, a second" },
    { key: "postP50", heading: "without p50, ms", digits: 1 },
    { key: "postP95", heading: "without p95, ms", digits: 1 },
    { key: "lost", heading: "lost" },
    { key: "doubled", heading: "doubled" },
    { key: "ackedBeforeKill", heading: "acknowledged before kill -9" },
    { key: "lostByKill", heading: "lost by it" },
    { key: "doubledByKill", heading: "doubled by it" },
    { key: "approvedMs", heading: "approved to visible, ms", digits: 0 },
    { key: "pageKb", heading: "page of 1,000 comments, KB", digits: 1 },
    { key: "allPagesKb", heading: "all its pages, KB", digits: 1 },
  ],
  readme: {
    columns: [
      ...["database", "writers", "comments", "pacedPerSecond", "pacedP95", "perSecond", "postP95"],
      ...["lost", "doubled", "ackedBeforeKill", "lostByKill", "approvedMs", "pageKb"],
    ],
  },
  isPartOfAll: true,
  run: async (session) => {
    const folder = session.resources.createFolder("comments");
    await session.measure("comments file", () =>
      measureComments("file", `file:${path.join(folder, "comments.db")}`, session),
    );
    const program = process.env.SQLD_PATH;
    if (!program) {
      session.say("no libSQL server: SQLD_PATH is not set");
      return;
    }
    await session.measure("comments libsql", async () =>
      measureComments("libSQL server", await startLibsqlServer(program, session), session),
    );
  },
};

async function measureComments(
  database: string,
  databaseUrl: string,
  session: Session,
): Promise<Row> {
  const { options, resources } = session;
  const writers = options.count("writers", 200);
  const comments = options.count("comments", 5_000);
  const folder = resources.createFolder("discussion");
  const posts = writePosts(path.join(folder, "content"), postCount + 1);
  const site: Site = {
    contentDirectory: path.join(folder, "content"),
    databaseUrl: `file:${path.join(folder, "content.db")}`,
  };
  const start = () =>
    startSite(session, site, {
      COMMENTS_DATABASE_URL: databaseUrl,
      COMMENTS_DATABASE_AUTH_TOKEN: "",
      COMMENTS_PROVIDER: "builtin",
      COMMENTS_MODERATION: "none",
      COMMENTS_ADDRESS_LIMIT: "off",
      COMMENTS_THREAD_LIMIT: "off",
      ADMIN_PASSWORD: password,
    });
  const [busiest, ...others] = posts;
  if (!busiest) throw new Error("there are no posts");
  const ids = others.map(({ id }) => id);

  session.say("building the site");
  let server = await start();
  // The first request opens the database and compiles what Node.js loads late.
  await new Crowd({ writers: 1, comments: 20, posts: ids, label: "warm" }).write(server.origin);
  const alone = new Crowd({ writers: 1, comments: 200, posts: ids, label: "alone" });
  await alone.write(server.origin);

  const paced = new Crowd({ writers, comments, posts: ids, label: "paced", pauseMs });
  const pacedSeconds = await timeWriting(paced, server);
  session.say(`${comments} comments with pauses in ${pacedSeconds.toFixed(1)} s`);
  const crowd = new Crowd({ writers, comments, posts: ids, label: "crowd" });
  const seconds = await timeWriting(crowd, server);
  const acknowledged = new Map([...paced.acknowledged, ...crowd.acknowledged]);
  const stored = await countStored(databaseUrl, acknowledged);
  session.say(`${comments} comments in ${seconds.toFixed(1)} s; killing the server meanwhile`);

  const survivors = new Crowd({ writers, comments, posts: ids, label: "killed" });
  const writing = survivors.write(server.origin);
  while (survivors.acknowledged.size < comments / 2) {
    await setTimeout(interval, undefined, { signal: resources.signal });
  }
  await server.kill();
  await writing;
  const ackedBeforeKill = survivors.acknowledged.size;
  const afterKill = await countStored(databaseUrl, survivors.acknowledged);
  server = await start();
  await survivors.write(server.origin);
  const afterRetries = await countStored(databaseUrl, survivors.acknowledged);

  session.say("approving; a page of 1,000 comments");
  const approvedMs = await measureApproval(server.origin, others[0] ?? busiest);
  const sizes = await measurePage(server.origin, busiest);
  await server.stop();
  resources.removeFolder(folder);
  return {
    database,
    writers,
    comments,
    pacedPerSecond: Math.round(comments / pacedSeconds),
    pacedP50: percentile(paced.times, 0.5),
    pacedP95: percentile(paced.times, 0.95),
    perSecond: Math.round(comments / seconds),
    postP50: percentile(crowd.times, 0.5),
    postP95: percentile(crowd.times, 0.95),
    aloneP95: percentile(alone.times, 0.95),
    lost: stored.lost,
    doubled: stored.doubled + paced.doubled + crowd.doubled,
    ackedBeforeKill,
    lostByKill: afterKill.lost + afterRetries.lost,
    doubledByKill: afterRetries.doubled + survivors.doubled,
    approvedMs,
    ...sizes,
  };
}

/** In seconds. @throws BenchmarkError where the server doesn't last */
async function timeWriting(crowd: Crowd, server: RunningServer): Promise<number> {
  const began = performance.now();
  await crowd.write(server.origin);
  if (crowd.left > 0) throw new BenchmarkError(`the server is gone:\n${server.output}`);
  return (performance.now() - began) / 1000;
}

/** From the moment at which a moderator presses the button until a reader's page has the comment, median. */
async function measureApproval(origin: string, { id: post, address }: BenchPost): Promise<number> {
  const moderator = await Moderator.logIn(origin, password);
  const writer = new Writer();
  const times: number[] = [];
  for (let turn = 0; turn < approvals; turn += 1) {
    const text = `等待通过 ${turn} ${Date.now()}`;
    const key = `approval-${turn}-${Date.now()}-0000`;
    const posted = await writer.post(origin, { post, name: "读者", text, key });
    if (!posted) throw new BenchmarkError("the server is gone");
    const page = `${address}/comments/`;
    await moderator.act("hide", posted.id, 1);
    const last = await findLastPage(origin, page, address);
    const started = performance.now();
    await moderator.act("approve", posted.id, 2);
    while (!(await (await fetch(origin + last)).text()).includes(text)) await setTimeout(interval);
    times.push(performance.now() - started);
  }
  writer.close();
  return median(times);
}

/** Comments stand in the order of time: the newest is on the last page there is, or on the one after it. */
async function findLastPage(origin: string, pages: string, first: string): Promise<string> {
  let last = first;
  for (let page = 2; ; page += 1) {
    const response = await fetch(`${origin}${pages}${page}`);
    await response.body?.cancel();
    if (!response.ok) return last;
    last = `${pages}${page}`;
  }
}

/** Compressed, as a browser gets it: the post's own page, and all pages of its thread together. */
async function measurePage(origin: string, { id, address }: BenchPost): Promise<Row> {
  await new Crowd({ writers: 10, comments: 1_000, posts: [id], label: "page" }).write(origin);
  const client = new TimedClient(origin);
  const first = await client.get(address);
  let all = first.bytes;
  for (let page = 2; ; page += 1) {
    const { status, bytes } = await client.get(`${address}/comments/${page}`);
    if (status !== 200) break;
    all += bytes;
  }
  client.close();
  return { pageKb: first.bytes / 1000, allPagesKb: all / 1000 };
}
