import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, IncomingMessage } from "node:http";
import { connect, Socket } from "node:net";
import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { checkRequest, refuseOddMethods } from "@/lib/server/check-request";
import { endpointMethods } from "@/lib/server/endpoint-methods";

function check(method: string, url: string) {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url });
  return { refusal: checkRequest(request), url: request.url };
}

it.each([
  ["GET", "/"],
  ["HEAD", "/posts/x?y"],
  ["POST", "/api/comments"],
  ["OPTIONS", "/admin/comments/login"],
])("%s %s goes on", (method, url) => {
  expect(check(method, url)).toEqual({ refusal: undefined, url });
});

it.each([
  ["http://news.example/posts/x?y", "/posts/x?y"],
  ["HTTPS://news.example", "/"],
  ["http://news.example?y", "/?y"],
])("%s is asked for by its path", (url, path) => {
  expect(check("GET", url).url).toBe(path);
});

it.each([
  ["POST", "/", "GET, HEAD"],
  ["POST", "/apis", "GET, HEAD"],
  ["TRACE", "/posts/x", "GET, HEAD"],
  ["OPTIONS", "/posts/x", "GET, HEAD"],
  ["PROPFIND", "/api/comments", "GET, HEAD, OPTIONS, POST"],
  ["POST", "/api/health?x", "GET, HEAD, OPTIONS"],
  ["DELETE", "/api/health/live", "GET, HEAD, OPTIONS"],
  ["GET", "/api/revalidate", "OPTIONS, POST"],
  ["PUT", "/admin/comments/log", "GET, HEAD, OPTIONS"],
  ["PUT", "/admin/nowhere", "GET, HEAD, OPTIONS, POST"],
  ["POST", "/_next/static/x.js", "GET, HEAD"],
  ["DELETE", "/api/comments", "GET, HEAD, OPTIONS, POST"],
])("%s %s isn't there; what is, is said", (method, url, allow) => {
  expect(check(method, url).refusal).toEqual({ status: 405, allow });
});

it.each(["*", "posts/x", "", "ftp://x/"])("%j is no address", (url) => {
  expect(check("GET", url).refusal).toEqual({ status: 400 });
});

it.each(Object.entries(endpointMethods))("%s takes what its route exports", (path, methods) => {
  const source = readFileSync(`app${path}/route.ts`, "utf8");
  const exported = source.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm);
  expect([...exported].map(([, name]) => name).sort()).toEqual(methods);
});

it.each([
  ["BREW /posts/x HTTP/1.1", /^HTTP\/1\.1 405 .*\r\nAllow: GET, HEAD\r\n/],
  ["brew /api/revalidate HTTP/1.1", /^HTTP\/1\.1 405 .*\r\nAllow: OPTIONS, POST\r\n/],
  ["CONNECT example.com:443 HTTP/1.1", /^HTTP\/1\.1 405 .*\r\nAllow: GET, HEAD\r\n/],
  ["GET /%zz HTTP/9.9", /^HTTP\/1\.1 400 /],
  ["nonsense", /^HTTP\/1\.1 400 /],
])("%s over a socket is answered", async (line, expected) => {
  const server = createServer().listen(0, "127.0.0.1");
  refuseOddMethods(server);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const socket = connect(typeof address === "object" ? (address?.port ?? 0) : 0, "127.0.0.1");
  socket.write(`${line}\r\nHost: a.example\r\n\r\n`);
  expect(await text(socket)).toMatch(expected);
});
