import { writeFileSync } from "node:fs";
import path from "node:path";
import type { ArchivePlan } from "@/lib/bench/archive/archive";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { findLoadGenerator, type Target } from "@/lib/bench/load/load-generator";
import { median } from "@/lib/bench/load/percentile";
import type { Throughput } from "@/lib/bench/load/wrk-report";
import { type BenchSite, serving } from "@/lib/bench/serve/bench-site";
import { type CapturedAnswer, captureAnswer } from "@/lib/bench/serve/captured-answer";
import { explainMissing, serveHugo } from "@/lib/bench/serve/hugo-behind-nginx";
import type { Session } from "@/lib/bench/session";
import { servingEnvironment, startServer } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";
import { findFreePort } from "@/lib/processes/find-free-port";
import { answers, type RunningServer } from "@/lib/processes/running-server";
import { healthUrl } from "@/lib/urls";

/** Of readers, at a time. */
const connections = 32;

/** The first turn of each is for Node to compile what is hot. */
const warmUpSeconds = 2;

/**
 * As the platform that brings a cache of its own is told by. With the comments of the other server: the build must be the
 * same.
 */
const nextsOwnCache = { VERCEL: "1", COMMENTS_DATABASE_URL: "file:.masthead/comments.db" };

/** What readers' browsers prefer. A server that has no brotli answers uncompressed, which costs it least. */
const brotli = { "accept-encoding": "br" };

interface Contestant extends Target {
  subject: string;
}

/**
 * One warm post over 32 connections, from four servers that take turns. The post is one of the build's, so that Next's own
 * server gives the same answer: what is rendered on demand has a policy of its own with us alone.
 */
export async function measureWarm(
  plan: ArchivePlan,
  benchSite: BenchSite,
  session: Session,
): Promise<Row[]> {
  const [post] = benchSite.posts;
  if (!post) throw new BenchmarkError("the archive has no post");
  const { address } = post;
  return serving(benchSite, session, { afresh: true }, async (ours) => {
    const servers: RunningServer[] = [];
    try {
      const next = await startNext(benchSite, session);
      servers.push(next);
      const bare = await startBare(await captureWarm(ours.origin + address), session);
      servers.push(bare);
      const contestants: Contestant[] = [
        { subject: "next start", origin: next.origin, address, headers: brotli },
        { subject: "Node, the same bytes", origin: bare.origin, address, headers: brotli },
        { subject: "Masthead", origin: ours.origin, address, headers: brotli },
      ];
      const missing = explainMissing();
      if (missing === undefined) {
        const hugo = await serveHugo(plan, post.title, session);
        servers.push(hugo.server);
        contestants.splice(2, 0, {
          subject: "Hugo behind nginx (gzip)",
          origin: hugo.server.origin,
          address: hugo.address,
          headers: { "accept-encoding": "gzip" },
        });
      } else session.say(`Hugo behind nginx is left out: ${missing}`);
      return await compare(contestants, session);
    } finally {
      for (const server of servers) await server.kill();
    }
  });
}

async function compare(contestants: readonly Contestant[], session: Session): Promise<Row[]> {
  const { options } = session;
  const [rounds, seconds] = [options.count("rounds", 5), options.count("seconds", 5)];
  const generator = findLoadGenerator(session);
  session.say(`a warm page over ${connections} connections, by ${generator.name}`);
  const turns = new Map<Contestant, Throughput[]>(contestants.map((each) => [each, []]));
  for (const each of contestants) await generator.run(each, connections, warmUpSeconds);
  for (let round = 1; round <= rounds; round += 1) {
    for (const each of contestants) {
      const turn = await generator.run(each, connections, seconds);
      turns.get(each)?.push(turn);
      session.say(`round ${round}, ${each.subject}: ${Math.round(turn.perSecond)} requests/s`);
    }
  }
  const results = await Promise.all(
    contestants.map(async (each) => ({
      ...summarise(turns.get(each) ?? []),
      subject: each.subject,
      bytes: (await captureAnswer(each.origin + each.address, each.headers)).body.length,
    })),
  );
  const rateOf = (subject: string) =>
    results.find((each) => each.subject === subject)?.perSecond ?? Number.NaN;
  return results.map((each) => ({
    ...each,
    ofNext: each.perSecond / rateOf("next start"),
    ofNode: each.perSecond / rateOf("Node, the same bytes"),
    by: generator.name,
  }));
}

const summarise = (turns: readonly Throughput[]): Throughput => ({
  perSecond: median(turns.map(({ perSecond }) => perSecond)),
  p50Ms: median(turns.map(({ p50Ms }) => p50Ms)),
  p99Ms: median(turns.map(({ p99Ms }) => p99Ms)),
});

/** Twice: what is rendered or packed at the first visit is kept for the second. */
async function captureWarm(url: string): Promise<CapturedAnswer> {
  await captureAnswer(url, brotli);
  const answer = await captureAnswer(url, brotli);
  if (answer.status !== 200) throw new BenchmarkError(`${url} answers ${answer.status}`);
  return answer;
}

/** Next's own server over the same build, with its own cache. */
async function startNext({ site }: BenchSite, session: Session): Promise<RunningServer> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  return startServer(session, {
    command: [
      process.execPath,
      path.join(session.root, "node_modules/next/dist/bin/next"),
      ...["start", session.root, "--port", String(port)],
    ],
    env: { ...servingEnvironment(site), PORT: String(port), ...nextsOwnCache },
    origin,
    isUp: answers(origin + healthUrl),
  });
}

async function startBare(answer: CapturedAnswer, session: Session): Promise<RunningServer> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const file = path.join(session.resources.createFolder("bare"), "answer.json");
  writeFileSync(file, JSON.stringify({ ...answer, body: answer.body.toString("base64") }));
  return startServer(session, {
    command: [
      process.execPath,
      path.join(session.root, "lib/bench/serve/bare-server.mjs"),
      ...[String(port), file],
    ],
    origin,
    isUp: answers(origin),
  });
}
