import { once } from "node:events";
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, it, onTestFinished, vi } from "vitest";
import { GracefulEnd } from "@/lib/server/graceful-end";

it("takes nothing more once it is told to stop, and makes answers under way the last ones of their connections", async () => {
  // The deadline would end this process.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const events: string[] = [];
  const waiting: ServerResponse[] = [];
  const server = createServer((request, response) => {
    end.watch(response);
    if (request.url === "/slow") waiting.push(response);
    else response.end();
  });
  const end = new GracefulEnd({
    server,
    log: (_level, event) => events.push(event),
    close: async () => void events.push("closed"),
    exit: (code) => events.push(`exit ${code}`),
  });
  server.listen(0);
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
  // A connection that waits for nothing is closed, and no other one is taken.
  await expect(connectionOf("/")).rejects.toThrow();
  waiting[0]?.end();
  expect(await slow).toBe("close");
  await vi.waitFor(() => expect(events).toEqual(["stopping", "closed", "exit 0"]));
});
