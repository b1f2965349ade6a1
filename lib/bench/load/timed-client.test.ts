import { once } from "node:events";
import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { TimedClient } from "@/lib/bench/load/timed-client";

test("asks over one connection, and reads each answer to its end", async () => {
  let connections = 0;
  const server = createServer((request, response) => {
    response.statusCode = request.url === "/missing" ? 404 : 200;
    response.write("half");
    response.end(request.headers["accept-encoding"]);
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const client = new TimedClient(`http://127.0.0.1:${address.port}`);
  onTestFinished(() => {
    client.close();
    server.close();
  });

  const answers = [await client.get("/"), await client.get("/missing"), await client.get("/")];
  expect(answers.map(({ status, bytes }) => ({ status, bytes }))).toEqual([
    { status: 200, bytes: 8 },
    { status: 404, bytes: 8 },
    { status: 200, bytes: 8 },
  ]);
  expect(connections).toBe(1);
});
