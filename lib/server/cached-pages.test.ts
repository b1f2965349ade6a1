import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { DataCache } from "@/lib/page-cache/data-cache";
import { NextCache } from "@/lib/page-cache/next-cache";
import { PageCache } from "@/lib/page-cache/page-cache";
import { Revalidations } from "@/lib/page-cache/revalidations";
import { createPage } from "@/lib/page-cache/temporary-pages";
import { CachedPages } from "@/lib/server/cached-pages";
import { SiteHeaders } from "@/lib/server/site-headers";

/** A site that has been asked for two addresses, at one of which nothing was. */
async function serve(isFile: (address: string) => boolean) {
  const revalidations = new Revalidations();
  const pages = new PageCache({
    revalidations,
    log: {
      record: async () => true,
      knowsAllSince: () => false,
      noteCurrent: () => undefined,
      async close() {},
    },
    build: "b",
    memoryBytes: 1_000_000,
  });
  const cached = new CachedPages(
    new NextCache(pages, new DataCache(pages, 1_000_000)),
    new SiteHeaders(() => ({ siteUrl: "http://localhost", giscus: false })),
  );
  const mark = revalidations.mark();
  pages.keep("/posts/v1.0", createPage("a post"), undefined, mark);
  pages.keep("/pictures/a.jpg", createPage("nothing", { status: 404 }), undefined, mark);
  const server = createServer((request, response) => {
    const { url = "" } = request;
    if (cached.answer(url, request, response, isFile) !== true) response.end("a file");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
}

it("has nothing where nothing was", async () => {
  const ask = await serve(() => false);
  expect(await ask("/pictures/a.jpg")).toBe("nothing");
});

it("leaves an address to a file that was put where nothing was", async () => {
  const ask = await serve(() => true);
  expect(await ask("/pictures/a.jpg")).toBe("a file");
  expect(await ask("/posts/v1.0")).toBe("a post");
});
