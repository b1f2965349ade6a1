import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { titleOf } from "@/lib/bench/serve/editions";
import { StaleHunter } from "@/lib/bench/serve/stale-hunter";

/** A site of one page that shows the first edition for good, in whatever way it is asked for. */
async function hunt(answer: RequestListener, visits: number, published: () => number) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const hunter = new StaleHunter(
    [`http://127.0.0.1:${address.port}/`],
    () => new Map([[0, published()]]),
  );
  onTestFinished(() => {
    hunter.close();
    server.close();
  });
  for (let visit = 0; visit < visits; visit += 1) await hunter.visit(visit);
  return hunter;
}

test("finds what is stale in a packed copy alone", async () => {
  const hunter = await hunt(
    (request, response) => {
      if (request.headers["accept-encoding"] !== "gzip") return response.end(titleOf(0, 2));
      response.setHeader("content-encoding", "gzip");
      return response.end(gzipSync(titleOf(0, 1)));
    },
    6,
    () => 2,
  );
  expect(hunter.stale).toBe(2);
  expect(hunter.examples[0]).toContain("gzip: 200");
});

test("finds the answer that what a reader has still holds, where it doesn't", async () => {
  let edition = 0;
  const hunter = await hunt(
    (request, response) => {
      response.setHeader("etag", '"always the same"');
      response.statusCode = request.headers["if-none-match"] === undefined ? 200 : 304;
      response.end(response.statusCode === 200 ? titleOf(0, edition) : undefined);
    },
    // The fifth says what the second has seen.
    5,
    () => {
      edition += 1;
      return edition;
    },
  );
  expect(hunter).toMatchObject({ unmodified: 1, stale: 1 });
});

test("counts failures", async () => {
  const hunter = await hunt(
    (_, response) => {
      response.statusCode = 500;
      response.end();
    },
    2,
    () => 0,
  );
  expect([...hunter.failures]).toEqual([[500, 2]]);
});
