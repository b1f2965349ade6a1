import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createBody, type PageBody } from "@/lib/page-cache/page-body";
import { sendBody } from "@/lib/server/send-body";

const text = "潮汐表 ".repeat(500);
let server: Server;
let body: PageBody;
let status = 200;

beforeAll(async () => {
  body = await createBody(Buffer.from(text), "text/html");
  server = createServer((request, response) =>
    sendBody(request, response, status, ["Content-Type", "text/html", "X-Own", "1"], body),
  ).listen(0);
});
afterAll(() => server.close());

function ask(headers: Record<string, string>, method = "GET") {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return new Promise<{ response: IncomingMessage; content: Buffer }>((resolve, reject) => {
    get({ port, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve({ response, content: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}

describe("the encoding", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br;q=0, *", "gzip"],
    ["deflate", undefined],
    ["identity", undefined],
    ["", undefined],
  ])("for %s is %s", async (accepted, encoding) => {
    const { response, content } = await ask({ "accept-encoding": accepted });
    expect(response.headers["content-encoding"]).toBe(encoding);
    expect(response.headers.vary).toBe("Accept-Encoding");
    expect(response.headers["content-length"]).toBe(String(content.byteLength));
    const read = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ""];
    expect((read ? read(content) : content).toString()).toBe(text);
  });

  it("makes another thing of a page: what one has isn't the other", async () => {
    const tags = new Set<string | undefined>();
    for (const encoding of ["br", "gzip", "identity"]) {
      tags.add((await ask({ "accept-encoding": encoding })).response.headers.etag);
    }
    expect(tags.size).toBe(3);
  });
});

describe("who has it already", () => {
  it.each([
    ["it", (etag: string) => etag, 304],
    ["it, as a proxy marks it", (etag: string) => `W/${etag}`, 304],
    ["it among others", (etag: string) => `"x", ${etag}`, 304],
    ["anything", () => "*", 304],
    ["another one", () => '"x"', 200],
  ])("%s", async (_, condition, expected) => {
    const { etag = "" } = (await ask({ "accept-encoding": "br" })).response.headers;
    const { response, content } = await ask({
      "accept-encoding": "br",
      "if-none-match": condition(etag),
    });
    expect(response.statusCode).toBe(expected);
    if (expected !== 304) return;
    expect(content.byteLength).toBe(0);
    expect(response.headers).toMatchObject({ etag, "x-own": "1", vary: "Accept-Encoding" });
    expect(response.headers).not.toHaveProperty("content-length");
    expect(response.headers).not.toHaveProperty("content-type");
  });

  it("gets the answer to what it sends all the same", async () => {
    const { response } = await ask({ "if-none-match": "*", "content-length": "0" }, "POST");
    expect(response.statusCode).toBe(200);
  });

  it("gets what isn't a success all the same", async () => {
    status = 404;
    const { response } = await ask({ "if-none-match": "*" });
    status = 200;
    expect(response.statusCode).toBe(404);
  });
});

it("answers HEAD with the same headers and nothing else", async () => {
  const full = await ask({ "accept-encoding": "br" });
  const { response, content } = await ask({ "accept-encoding": "br" }, "HEAD");
  expect(content.byteLength).toBe(0);
  const { date: _, ...headers } = response.headers;
  expect(full.response.headers).toMatchObject(headers);
});

describe("parts", () => {
  const length = Buffer.byteLength(text);

  it.each([
    ["bytes=0-99", 206, `bytes 0-99/${length}`, 100],
    ["bytes=-7", 206, `bytes ${length - 7}-${length - 1}/${length}`, 7],
    [`bytes=${length - 1}-`, 206, `bytes ${length - 1}-${length - 1}/${length}`, 1],
    [`bytes=${length}-`, 416, `bytes */${length}`, 0],
    ["bytes=0-1,50-51", 200, undefined, length],
    ["lines=0-1", 200, undefined, length],
    ["bytes=x", 200, undefined, length],
  ])("%s", async (range, expected, contentRange, bytes) => {
    const { response, content } = await ask({ range });
    expect(response.statusCode).toBe(expected);
    expect(response.headers["content-range"]).toBe(contentRange);
    expect(content.byteLength).toBe(bytes);
  });

  it("are of the encoding that is sent, and of what the reader has the rest of", async () => {
    const full = await ask({ "accept-encoding": "br" });
    const headers = { "accept-encoding": "br", range: "bytes=5-" };
    const same = await ask({ ...headers, "if-range": full.response.headers.etag ?? "" });
    expect(same.content).toEqual(full.content.subarray(5));
    const other = await ask({ ...headers, "if-range": '"x"' });
    expect(other.response.statusCode).toBe(200);
  });
});
