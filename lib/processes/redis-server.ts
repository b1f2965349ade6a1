import { connect } from "node:net";
import type { ServerCommand } from "@/lib/processes/running-server";

/**
 * A Redis that keeps nothing when it ends, bounded as README.md asks.
 * @param data absolute path of a folder of its own
 */
export const describeRedis = (port: number, data: string): ServerCommand => ({
  command: [
    process.env.REDIS_SERVER_PATH ?? "redis-server",
    ...["--port", String(port), "--save", "", "--dir", data],
    ...["--maxmemory", "64mb", "--maxmemory-policy", "volatile-lru"],
  ],
  origin: `redis://127.0.0.1:${port}`,
  isUp: accepts(port),
});

const accepts = (port: number) => () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.end());
  });
