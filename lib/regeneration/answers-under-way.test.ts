import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { AnswersUnderWay } from "@/lib/regeneration/answers-under-way";

/** Whether an answer to a request is waited for. */
async function isWaitedFor(method: string, url: string): Promise<boolean> {
  const request = Object.assign(new IncomingMessage(new Socket()), { method, url });
  const answers = new AnswersUnderWay();
  answers.watch(request, new ServerResponse(request));
  return !(await answers.begun(20));
}

it.each([
  ["GET", "/posts/a"],
  ["HEAD", "/"],
  ["GET", "/admin/comments"],
])("waits for %s %s", async (method, url) => {
  expect(await isWaitedFor(method, url)).toBe(true);
});

it.each([
  ["GET", "/_next/static/a.js"],
  ["POST", "/api/revalidate"],
  ["POST", "/admin/comments/login"],
])("doesn't wait for %s %s, which may take its time", async (method, url) => {
  expect(await isWaitedFor(method, url)).toBe(false);
});
