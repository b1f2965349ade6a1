import { once } from "node:events";
import { createServer } from "node:http";
import { afterEach, expect, it, onTestFinished, vi } from "vitest";
import { DataCache } from "@/lib/page-cache/data-cache";
import { NextCache } from "@/lib/page-cache/next-cache";
import { PageCache } from "@/lib/page-cache/page-cache";
import { Revalidations } from "@/lib/page-cache/revalidations";
import { createPage } from "@/lib/page-cache/temporary-pages";
import { CachedPages } from "@/lib/server/cached-pages";
import { NextAnswers, type NextHandler } from "@/lib/server/next-answers";
import { SiteHeaders } from "@/lib/server/site-headers";
import { noteTrouble } from "@/lib/site/database-trouble";

afterEach(() => void vi.restoreAllMocks());

/** Next.js where a page can't be rendered. */
const failing: NextHandler = async (_, response) => {
  response.writeHead(500, { "Content-Type": "text/html; charset=utf-8" });
  response.end('<html id="__next_error__"></html>');
};

/** The same where the store is the reason. */
const failingForStore: NextHandler = async (request, response) => {
  noteTrouble("content", new TypeError("fetch failed"));
  await failing(request, response);
};

/** A site whose one page has been rendered, and has changed. */
async function serve(next: NextHandler, { withdraws = false, storeAnswers = false } = {}) {
  const revalidations = new Revalidations();
  const pages = new PageCache({
    revalidations,
    log: {
      async record(tags, taken) {
        revalidations.learn(tags, revalidations.position + 1, taken);
        return true;
      },
      knowsAllSince: () => false,
      noteCurrent: () => undefined,
      async close() {},
    },
    build: "b",
    memoryBytes: 10_000_000,
  });
  const cache = new NextCache(pages, new DataCache(pages, 1_000_000));
  pages.keep("/posts/a", createPage("as it was"), undefined, revalidations.mark());
  await cache.revalidate(["latest"], withdraws);
  const headers = new SiteHeaders(() => ({ siteUrl: "http://localhost", giscus: false }));
  const cached = new CachedPages(cache, headers);
  const answers = new NextAnswers({
    next,
    cache,
    pages: cached,
    headers,
    storeAnswers: async () => storeAnswers,
  });
  const server = createServer((request, response) => {
    const address = request.url ?? "";
    if (cached.answer(address, request, response, () => false) !== true) {
      void answers.answer(request, response, address);
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    const { status, headers } = answer;
    return { status, headers, text: await answer.text() };
  };
}

it("shows a page as it was where the store is away, says so, and tells the operator", async () => {
  const told = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const ask = await serve(failingForStore);
  const { status, headers, text } = await ask("/posts/a");
  expect({ status, text }).toEqual({ status: 200, text: "as it was" });
  expect(headers.get("cache-status")).toBe(
    'masthead; hit; ttl=0; detail="content store unreachable"',
  );
  expect(headers.get("age")).toBe("0");
  expect(told.mock.calls.join()).toContain("outdated page served");
});

it("asks to come again where there is nothing to show", async () => {
  const ask = await serve(failingForStore);
  const { status, headers, text } = await ask("/posts/b");
  expect(status).toBe(503);
  expect(headers.get("retry-after")).toBe("30");
  expect(text).toContain("Something went wrong");
});

it("shows nothing of what was withdrawn", async () => {
  const ask = await serve(failingForStore, { withdraws: true });
  const { status, text } = await ask("/posts/a");
  expect(status).toBe(503);
  expect(text).not.toContain("as it was");
});

it("shows nothing of before as soon as the store answers again", async () => {
  const ask = await serve(failingForStore, { storeAnswers: true });
  const { status, text } = await ask("/posts/a");
  expect(status).toBe(503);
  expect(text).not.toContain("as it was");
});

it("calls a mistake of ours what it is", async () => {
  const ask = await serve(failing);
  const { status, headers } = await ask("/posts/a");
  expect(status).toBe(500);
  expect(headers.get("retry-after")).toBeNull();
  const ofOurs = await serve(async (request, response) => {
    noteTrouble("content", Object.assign(new Error("syntax error"), { code: "SQLITE_ERROR" }));
    await failing(request, response);
  });
  expect((await ofOurs("/posts/a")).status).toBe(500);
});
