import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { checkRequest } from "@/lib/server/check-request";

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
  ["DELETE", "/api/comments", "GET, HEAD, OPTIONS, POST"],
])("%s %s isn't there; what is, is said", (method, url, allow) => {
  expect(check(method, url).refusal).toEqual({ status: 405, allow });
});

it.each(["*", "posts/x", "", "ftp://x/"])("%j is no address", (url) => {
  expect(check("GET", url).refusal).toEqual({ status: 400 });
});
