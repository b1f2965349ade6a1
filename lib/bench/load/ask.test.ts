import { once } from "node:events";
import { Agent, createServer } from "node:http";
import type { Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { ask } from "@/lib/bench/load/ask";

/** A server that answers each connection so often, and then closes it without a word. */
async function start(answersOfOne: number) {
  const answered = new WeakMap<Socket, number>();
  const server = createServer(({ socket }, response) => {
    const count = (answered.get(socket) ?? 0) + 1;
    answered.set(socket, count);
    if (count > answersOfOne) socket.resetAndDestroy();
    else response.end("here");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => {
    agent.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return () => ask(agent, `http://127.0.0.1:${address.port}/`, {});
}

test("asks again where a connection was closed that had been idle", async () => {
  const visit = await start(1);
  await visit();
  expect(await visit()).toMatchObject({ status: 200, body: [Buffer.from("here")] });
});

test("fails where a new connection is closed", async () => {
  const visit = await start(0);
  await expect(visit()).rejects.toThrow("ECONNRESET");
});
