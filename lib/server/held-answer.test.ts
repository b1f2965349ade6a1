import { createServer, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, it, onTestFinished } from "vitest";
import { type HeldAnswer, holdAnswer } from "@/lib/server/held-answer";

/** Asks a server that holds back HTML, and sends what was held in capitals. */
async function ask(write: (response: ServerResponse) => void) {
  const held: HeldAnswer[] = [];
  const server = createServer((_, response) => {
    holdAnswer(response, {
      isHeld: (headers) => headers["content-type"] === "text/html",
      send: (answer) => {
        held.push(answer);
        response.writeHead(answer.status, { "x-sent": "1" });
        response.end(answer.content.toString().toUpperCase());
      },
    });
    write(response);
  }).listen(0);
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}`);
  return {
    held: held[0],
    status: answer.status,
    headers: answer.headers,
    text: await answer.text(),
  };
}

it.each<[string, (response: ServerResponse) => void]>([
  [
    "at once",
    (response) => {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/html");
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.end("<p>潮</p>");
    },
  ],
  [
    "piece by piece",
    (response) => {
      response.writeHead(404, { "Content-Type": "text/html", "Set-Cookie": ["a=1", "b=2"] });
      response.write("<p>");
      response.write(Buffer.from("潮"), () => response.end("</p>"));
    },
  ],
  [
    "with names and values in turn",
    (response) => {
      const headers = ["Content-Type", "text/html", "Set-Cookie", "a=1", "Set-Cookie", "b=2"];
      response.writeHead(404, "Gone", headers).end(Buffer.from("<p>潮</p>"), () => undefined);
    },
  ],
  [
    "from a stream",
    (response) => {
      response.statusCode = 404;
      response.setHeader("Content-Type", "text/html");
      response.setHeader("Set-Cookie", ["a=1", "b=2"]);
      response.flushHeaders();
      void pipeline(Readable.from([Buffer.from("<p>"), Buffer.from("潮</p>")]), response);
    },
  ],
])("holds back what is written %s", async (_, write) => {
  const { held, status, headers, text } = await ask(write);
  expect(held?.status).toBe(404);
  expect(held?.headers).toMatchObject({
    "content-type": "text/html",
    "set-cookie": ["a=1", "b=2"],
  });
  expect(held?.content.toString()).toBe("<p>潮</p>");
  expect({ status, text }).toEqual({ status: 404, text: "<P>潮</P>" });
  expect(headers.get("set-cookie")).toBeNull();
});

it("lets everything else through as it is written", async () => {
  const { held, headers, text } = await ask((response) => {
    response.writeHead(200, { "Content-Type": "image/png" });
    response.write("a");
    response.end("b");
  });
  expect(held).toBeUndefined();
  expect(text).toBe("ab");
  expect(headers.get("x-sent")).toBeNull();
});

it("tells whoever wrote it when it has been sent, and not before", async () => {
  const events: string[] = [];
  await ask((response) => {
    response.once("finish", () => events.push(`finished ${response.headersSent}`));
    response.setHeader("Content-Type", "text/html");
    response.end("x", () => events.push("ended"));
    events.push(`written ${response.headersSent}`);
  });
  expect(events[0]).toMatch(/^(?:written|finished) true$/);
  expect(events).toContain("ended");
});
