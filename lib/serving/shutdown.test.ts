import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, it, onTestFinished, vi } from "vitest";
import { shutDownGracefully } from "@/lib/serving/shutdown";

it("makes each answer the last one of its connection once it is told to stop, those under way too", async () => {
  // The deadline would end this process.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const events: string[] = [];
  shutDownGracefully(
    (_level, event) => events.push(event),
    async () => void events.push("closed"),
    () => undefined,
  );
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    if (request.url === "/slow") waiting.push(response);
    else response.end();
  }).listen(0);
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => {
    vi.useRealTimers();
    agent.destroy();
    server.close();
  });
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const connectionOf = async (path: string) => {
    const [response]: [IncomingMessage] = await once(get({ port, path, agent }), "response").then(
      ([first]) => [first],
    );
    response.resume();
    return response.headers.connection;
  };
  expect(await connectionOf("/")).toBe("keep-alive");
  const slow = connectionOf("/slow");
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  process.emit("SIGTERM");
  expect(await connectionOf("/")).toBe("close");
  waiting[0]?.end();
  expect(await slow).toBe("close");
  expect(events).toEqual(["stopping", "closed"]);
});
