import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { DataCache } from "@/lib/page-cache/data-cache";
import { NextCache } from "@/lib/page-cache/next-cache";
import { PageCache } from "@/lib/page-cache/page-cache";
import { Revalidations } from "@/lib/page-cache/revalidations";
import { addressOf, CachedPages } from "@/lib/server/cached-pages";
import { NextAnswers, type NextHandler } from "@/lib/server/next-answers";
import { SiteHeaders } from "@/lib/server/site-headers";

const page = "<main>Nothing here</main><script>self.__next_f.push([1])</script>";

/** As Next.js answers with a page that it may keep. */
const answerWithPage: NextHandler = async (_, response) => {
  response.setHeader("x-nextjs-prerender", "1");
  response.setHeader("Cache-Control", "s-maxage=2592000, stale-while-revalidate=28944000");
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(page);
};

/** As a route of ours does. */
const answerWithRoute: NextHandler = async (_, response) => {
  response.setHeader("Cache-Control", "no-store");
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end(page);
};

async function ask(next: NextHandler, path: string, method = "GET") {
  const pages = new PageCache({
    revalidations: new Revalidations(),
    log: {
      record: async () => true,
      knowsAllSince: () => false,
      noteCurrent: () => undefined,
      async close() {},
    },
    build: "b",
    memoryBytes: 1_000_000,
  });
  const cache = new NextCache(pages, new DataCache(pages, 1_000_000));
  const headers = new SiteHeaders(() => ({ siteUrl: "http://localhost", giscus: false }));
  const answers = new NextAnswers({
    next,
    cache,
    headers,
    pages: new CachedPages(cache, headers),
    storeAnswers: async () => true,
  });
  const server = createServer((request, response) => {
    void answers.answer(request, response, addressOf(request));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

it.each(["/posts/none", "/api/none", "/admin/none", "/comments/a/b", "/_next/static/none.js"])(
  "%s, where nothing is, is a page like any other",
  async (path) => {
    const { status, headers, text } = await ask(answerWithPage, path);
    expect({ status, text }).toEqual({ status: 404, text: "<main>Nothing here</main>" });
    expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  },
);

it.each(["/api/comments", "/comments/x", "/admin/comments"])(
  "what a route answers at %s stays as it is",
  async (path) => {
    const { headers, text } = await ask(answerWithRoute, path);
    expect(text).toBe(page);
    expect(headers.get("cache-control")).toBe("no-store");
  },
);

it("tells of no length where nobody has the content", async () => {
  const { status, headers } = await ask(answerWithPage, "/api/none", "HEAD");
  expect(status).toBe(404);
  expect(headers.get("content-length")).toBeNull();
  expect(headers.get("etag")).toBeNull();
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("vary")).toBe("Accept-Encoding");
});
