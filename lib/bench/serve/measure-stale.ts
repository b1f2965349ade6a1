import { spawnSync } from "node:child_process";
import { setTimeout } from "node:timers/promises";
import { runPaced } from "@/lib/bench/load/paced-load";
import { runPublish } from "@/lib/bench/publish/publish-command";
import { type BenchSite, serving } from "@/lib/bench/serve/bench-site";
import { EditedPosts } from "@/lib/bench/serve/edited-posts";
import { StaleHunter } from "@/lib/bench/serve/stale-hunter";
import type { Session } from "@/lib/bench/session";
import { startServer } from "@/lib/bench/start-site";
import type { Row } from "@/lib/bench/table";
import { findFreePort } from "@/lib/processes/find-free-port";
import { describeRedis } from "@/lib/processes/redis-server";
import type { RunningServer } from "@/lib/processes/running-server";

/** Readers who wait at the same time, at the most: where a server is slower than the load, they don't pile up. */
const mostOpen = 64;

/** Between what was published and the next edit, in milliseconds: some of the pages are asked for a hundred times. */
const restMs = 300;

/** Posts are edited and published while pages that show them are read: on one server. */
export const measureStaleOnOne = (benchSite: BenchSite, session: Session): Promise<Row> => {
  const posts = new EditedPosts(benchSite.site.contentDirectory);
  return serving(benchSite, session, { afresh: true }, (server) =>
    hunt(benchSite, [server], posts, session),
  );
};

/** The same on two servers that share Redis. */
export async function measureStaleOnTwo(benchSite: BenchSite, session: Session): Promise<Row> {
  if (spawnSync("redis-server", ["--version"]).error) {
    session.say("two servers are left out: redis-server is not installed");
    return { servers: 2, note: "left out: redis-server is not installed" };
  }
  const posts = new EditedPosts(benchSite.site.contentDirectory);
  const redis = await startServer(
    session,
    describeRedis(await findFreePort(), session.resources.createFolder("redis")),
  );
  const env = { REDIS_URL: redis.origin };
  try {
    return await serving(benchSite, session, { env }, (one) =>
      serving(benchSite, session, { env }, (other) =>
        hunt(benchSite, [one, other], posts, session),
      ),
    );
  } finally {
    await redis.kill();
  }
}

async function hunt(
  { site }: BenchSite,
  servers: readonly RunningServer[],
  posts: EditedPosts,
  session: Session,
): Promise<Row> {
  const { options, resources } = session;
  const [perSecond, publishes] = [options.count("rate", 2000), options.count("publishes", 30)];
  const origins = servers.map(({ origin }) => origin);
  const urls = posts.addresses.flatMap((address) => origins.map((origin) => origin + address));
  const hunter = new StaleHunter(urls, () => posts.published());
  session.say(`${perSecond} requests a second to ${servers.length} of them, ${publishes} edits`);
  let isOver = false;
  const publishAll = async () => {
    try {
      for (let edit = 0; edit < publishes; edit += 1) {
        await posts.edit(() => runPublish(site, origins, session));
        await setTimeout(restMs, undefined, { signal: resources.signal });
      }
    } finally {
      isOver = true;
    }
  };
  try {
    for (let index = 0; index < urls.length; index += 1) await hunter.visit(index);
    const [load] = await Promise.all([
      runPaced((index) => hunter.visit(index), {
        perSecond,
        mostOpen,
        isOver: () => isOver,
        signal: resources.signal,
      }),
      publishAll(),
    ]);
    for (const example of hunter.examples) session.say(`stale: ${example}`);
    return {
      servers: servers.length,
      requests: load.sent,
      perSecond: load.sent / load.seconds,
      publishes,
      unmodified: hunter.unmodified,
      failures: [...hunter.failures.values()].reduce((sum, count) => sum + count, 0),
      stale: hunter.stale,
    };
  } finally {
    hunter.close();
  }
}
