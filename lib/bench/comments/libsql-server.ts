import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { BenchmarkError } from "@/lib/bench/benchmark-error";
import { findFreePort } from "@/lib/bench/running-site";
import type { Session } from "@/lib/bench/session";

/** How often a starting server is asked, in milliseconds. */
const interval = 50;

/**
 * A libSQL server of its own, for the length of the run.
 * @param program of `sqld`
 * @returns its address
 */
export async function startLibsqlServer(program: string, { resources }: Session): Promise<string> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const data = path.join(resources.createFolder("sqld"), "data");
  const server = spawn(program, ["--http-listen-addr", `127.0.0.1:${port}`, "--db-path", data], {
    stdio: "ignore",
    detached: true,
  });
  resources.watch(server);
  while (!(await answers(url))) {
    if (server.exitCode !== null) {
      throw new BenchmarkError(`${program} has ended with ${server.exitCode}`);
    }
    await setTimeout(interval, undefined, { signal: resources.signal });
  }
  return url;
}

/** A connection that is refused is an answer too: there is no server yet. */
const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
