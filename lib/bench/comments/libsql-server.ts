import path from "node:path";
import type { Session } from "@/lib/bench/session";
import { startServer } from "@/lib/bench/start-site";
import { findFreePort } from "@/lib/processes/find-free-port";
import { answers } from "@/lib/processes/running-server";

/**
 * A libSQL server of its own, for the length of the run.
 * @param program of `sqld`
 * @returns its address
 */
export async function startLibsqlServer(program: string, session: Session): Promise<string> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const data = path.join(session.resources.createFolder("sqld"), "data");
  await startServer(session, {
    command: [program, "--http-listen-addr", `127.0.0.1:${port}`, "--db-path", data],
    origin,
    isUp: answers(`${origin}/health`),
  });
  return origin;
}
