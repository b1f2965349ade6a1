import { setTimeout } from "node:timers/promises";
import { countStored } from "@/lib/bench/comments/count-stored";
import { Crowd } from "@/lib/bench/comments/crowd";
import type { Discussion } from "@/lib/bench/comments/discussion";
import type { Row } from "@/lib/bench/table";
import type { RunningServer } from "@/lib/processes/running-server";

/** Between two looks at how much is written, in milliseconds. */
const interval = 5;

/**
 * Kills the server when half of what a crowd writes is acknowledged, and lets the crowd go on with the next one.
 * @returns what was lost and doubled, and the server that runs now
 */
export async function measureKill(
  { session, databaseUrl, writers, comments, posts }: Discussion,
  server: RunningServer,
  start: () => Promise<RunningServer>,
): Promise<{ killed: Row; survivor: RunningServer }> {
  const crowd = new Crowd({ writers, comments, posts, label: "killed" });
  const writing = crowd.write(server.origin);
  while (crowd.acknowledged.size < comments / 2) {
    await setTimeout(interval, undefined, { signal: session.resources.signal });
  }
  await server.kill();
  await writing;
  const ackedBeforeKill = crowd.acknowledged.size;
  const afterKill = await countStored(databaseUrl, crowd.acknowledged);
  const survivor = await start();
  await crowd.write(survivor.origin);
  const afterRetries = await countStored(databaseUrl, crowd.acknowledged);
  return {
    survivor,
    killed: {
      ackedBeforeKill,
      lostByKill: afterKill.lost + afterRetries.lost,
      doubledByKill: afterRetries.doubled + crowd.doubled,
    },
  };
}
