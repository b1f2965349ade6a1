import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { countStored } from "@/lib/bench/comments/count-stored";
import { Crowd } from "@/lib/bench/comments/crowd";
import type { Discussion } from "@/lib/bench/comments/discussion";
import { percentile } from "@/lib/bench/load/percentile";
import type { Row } from "@/lib/bench/table";
import type { RunningServer } from "@/lib/processes/running-server";

/** What each of the writers waits after a comment where they don't write as fast as they can, in milliseconds. */
const pauseMs = 2_000;

/** One writer alone, a crowd with pauses, a crowd without; and whether all of it is stored, once. */
export async function measureWriting(discussion: Discussion, server: RunningServer): Promise<Row> {
  const { session, databaseUrl, writers, comments, posts } = discussion;
  // The first request opens the database and compiles what Node.js loads late.
  await new Crowd({ writers: 1, comments: 20, posts, label: "warm" }).write(server.origin);
  const alone = new Crowd({ writers: 1, comments: 200, posts, label: "alone" });
  await alone.write(server.origin);

  const paced = new Crowd({ writers, comments, posts, label: "paced", pauseMs });
  const pacedSeconds = await timeWriting(paced, server);
  session.say(`${comments} comments with pauses in ${pacedSeconds.toFixed(1)} s`);
  const crowd = new Crowd({ writers, comments, posts, label: "crowd" });
  const seconds = await timeWriting(crowd, server);
  session.say(`${comments} comments in ${seconds.toFixed(1)} s`);

  const acknowledged = new Map([...paced.acknowledged, ...crowd.acknowledged]);
  const stored = await countStored(databaseUrl, acknowledged);
  return {
    pacedPerSecond: Math.round(comments / pacedSeconds),
    pacedP50: percentile(paced.times, 0.5),
    pacedP95: percentile(paced.times, 0.95),
    perSecond: Math.round(comments / seconds),
    postP50: percentile(crowd.times, 0.5),
    postP95: percentile(crowd.times, 0.95),
    aloneP95: percentile(alone.times, 0.95),
    lost: stored.lost,
    doubled: stored.doubled + paced.doubled + crowd.doubled,
  };
}

/** In seconds. @throws BenchmarkError where the server doesn't last */
async function timeWriting(crowd: Crowd, server: RunningServer): Promise<number> {
  const began = performance.now();
  await crowd.write(server.origin);
  if (crowd.left > 0) throw new BenchmarkError(`the server is gone:\n${server.output}`);
  return (performance.now() - began) / 1000;
}
