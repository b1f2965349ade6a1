import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it } from "vitest";
import type { Fields } from "@/lib/log";
import { RequestLog } from "@/lib/serving/request-log";

it("logs requests that failed or took long; others for whoever asks for them", async () => {
  const lines: [string, string, Fields][] = [];
  let now = 0;
  const requests = new RequestLog(
    (...line) => lines.push(line),
    () => now,
  );
  const server = createServer((request, response) => {
    requests.watch(request, response);
    if (request.url === "/slow") now += 2500;
    response.statusCode = request.url === "/broken" ? 500 : 200;
    response.end();
  }).listen(0);
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  for (const path of ["/fast", "/slow", "/broken"]) await fetch(`http://127.0.0.1:${port}${path}`);
  server.close();
  expect(lines).toEqual([
    ["debug", "request", { method: "GET", url: "/fast", status: 200, ms: 0 }],
    ["warn", "slow request", { method: "GET", url: "/slow", status: 200, ms: 2500 }],
    ["error", "request failed", { method: "GET", url: "/broken", status: 500, ms: 0 }],
  ]);
});
