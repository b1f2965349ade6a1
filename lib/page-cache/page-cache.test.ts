import { describe, expect, it } from "vitest";
import { DataCache } from "@/lib/page-cache/data-cache";
import type { StoredPage } from "@/lib/page-cache/encode-page";
import { PageCache } from "@/lib/page-cache/page-cache";
import type { PageStore, RevalidationLog } from "@/lib/page-cache/page-store";
import { Revalidations } from "@/lib/page-cache/revalidations";
import { createPage, htmlOf } from "@/lib/page-cache/temporary-pages";

/** A store that several caches share, as servers share Redis. */
class SharedPages implements PageStore {
  readonly pages = new Map<string, StoredPage>();
  holdsAny() {
    return this.pages.size > 0;
  }
  mayHold(key: string) {
    return this.pages.has(key);
  }
  async read(key: string) {
    return this.pages.get(key);
  }
  write(key: string, page: StoredPage) {
    this.pages.set(key, page);
  }
  remove(key: string) {
    this.pages.delete(key);
  }
  async close() {}
}

function openCache({
  store = new SharedPages(),
  memoryBytes = 10_000_000,
  revalidations = new Revalidations(),
} = {}) {
  const recorded: string[][] = [];
  const log: RevalidationLog = {
    async record(tags, withdraws) {
      recorded.push([...tags]);
      revalidations.learn(tags, revalidations.position + 1, withdraws);
      return true;
    },
    knowsAllSince: () => false,
    noteCurrent: () => undefined,
    async close() {},
  };
  const cache = new PageCache({ revalidations, log, build: "b", store, memoryBytes });
  return { cache, store, recorded };
}

const lifetime = { revalidate: 60, expire: 3600 };

describe("PageCache", () => {
  it("gives out a page until one of its tags is revalidated", async () => {
    const { cache } = openCache();
    cache.keep("/a", createPage("a"), lifetime, cache.revalidations.mark());
    expect(htmlOf(await cache.find("/a"))).toBe("a");
    void cache.revalidate(["latest"]);
    expect(await cache.find("/a")).toBeUndefined();
  });

  it("doesn't give out a page whose content changed while it was rendered", async () => {
    const { cache } = openCache();
    const mark = cache.revalidations.mark();
    await cache.revalidate(["latest"]);
    cache.keep("/a", createPage("old"), lifetime, mark);
    expect(await cache.find("/a")).toBeUndefined();
  });

  it("finds in the store what another process rendered, and trusts it no further than it should", async () => {
    const store = new SharedPages();
    const first = openCache({ store }).cache;
    first.keep("/a", createPage("a"), lifetime, first.revalidations.mark());
    const { cache } = openCache({ store });
    expect(htmlOf(await cache.find("/a"))).toBe("a");
    await cache.revalidate(["latest"]);
    expect(await cache.find("/a")).toBeUndefined();
    expect(store.pages.size).toBe(0);
  });

  it("keeps a page that is out of date aside until it is rendered anew", async () => {
    const { cache } = openCache();
    cache.keep("/a", createPage("old"), lifetime, cache.revalidations.mark());
    await cache.revalidate(["latest"], false);
    expect(cache.findOutdated("/a")).toBeUndefined();
    expect(cache.peek("/a")).toBeUndefined();
    expect(htmlOf(cache.findOutdated("/a"))).toBe("old");
    cache.keep("/a", createPage("new"), lifetime, cache.revalidations.mark());
    expect(cache.findOutdated("/a")).toBeUndefined();
    expect(htmlOf(cache.peek("/a"))).toBe("new");
  });

  it("keeps none aside of which something was taken away, then or later", async () => {
    const { cache } = openCache();
    for (const key of ["/a", "/b"]) {
      cache.keep(key, createPage(key), lifetime, cache.revalidations.mark());
    }
    await cache.revalidate(["latest"], false);
    expect(cache.peek("/a")).toBeUndefined();
    expect(htmlOf(cache.findOutdated("/a"))).toBe("/a");
    await cache.revalidate(["latest"]);
    expect(cache.findOutdated("/a")).toBeUndefined();
    expect(cache.peek("/b")).toBeUndefined();
    expect(cache.findOutdated("/b")).toBeUndefined();
  });

  it("finds in the store what may be shown at need, after a restart too", async () => {
    const store = new SharedPages();
    const first = openCache({ store }).cache;
    first.keep("/a", createPage("a"), lifetime, first.revalidations.mark());
    const { cache } = openCache({ store });
    await cache.revalidate(["latest"], false);
    expect(await cache.find("/a")).toBeUndefined();
    expect(htmlOf(cache.findOutdated("/a"))).toBe("a");
    expect(store.pages.size).toBe(1);
    await cache.revalidate(["latest"]);
    expect(await cache.find("/a")).toBeUndefined();
    expect(cache.findOutdated("/a")).toBeUndefined();
    expect(store.pages.size).toBe(0);
  });

  it("leaves what leads nowhere out of the store, and bounded in memory, whatever else it pushes out", async () => {
    const { cache, store } = openCache({ memoryBytes: 400_000 });
    const html = "x".repeat(5000);
    cache.keep("/post", createPage(html), lifetime, cache.revalidations.mark());
    for (let index = 0; index < 500; index += 1) {
      const mark = cache.revalidations.mark();
      cache.keep(`/made-up/${index}`, createPage(html, { status: 404 }), lifetime, mark);
      cache.keep(`/moved/${index}`, createPage("", { status: 308 }), lifetime, mark);
    }
    expect([...store.pages.keys()]).toEqual(["/post"]);
    expect(cache.memoryBytes).toBeLessThanOrEqual(400_000);
    expect(await cache.find("/made-up/499")).toBeDefined();
    expect(await cache.find("/made-up/0")).toBeUndefined();
    store.pages.clear();
    expect(await cache.find("/post")).toBeDefined();
  });

  it("replaces a page that is gone", async () => {
    const { cache, store } = openCache();
    cache.keep("/a", createPage("a"), lifetime, cache.revalidations.mark());
    await cache.revalidate(["latest"]);
    cache.keep("/a", createPage("", { status: 404 }), lifetime, cache.revalidations.mark());
    expect((await cache.find("/a"))?.page.status).toBe(404);
    expect(store.pages.size).toBe(0);
  });

  it("records tags once though pages and data are told of them", async () => {
    const { cache, recorded } = openCache();
    const data = new DataCache(cache, 1_000_000);
    await Promise.all([data.updateTags(["a", "b"]), cache.revalidate(["a", "b"])]);
    expect(recorded).toEqual([["a", "b"]]);
    await cache.revalidate(["a"]);
    expect(recorded).toHaveLength(2);
  });

  it("judges pages of the build by time, and by what the build was made from", () => {
    const page = createPage("built", { tags: ["post:a"] });
    const now = Date.now();
    const revalidations = new Revalidations();
    revalidations.raiseFloor(now * 1000);
    const { cache } = openCache({ revalidations });
    // Nothing was known before; the store says that nothing has changed.
    cache.judgeBuild(true);
    expect(cache.isBuiltPageFresh(page, now - 86_400_000)).toBe(true);
    cache.judgeBuild(false);
    expect(cache.isBuiltPageFresh(page, now - 86_400_000)).toBe(false);
    expect(cache.isBuiltPageFresh(page, now + 86_400_000)).toBe(true);
    cache.revalidations.learn(["post:a"], (now + 90_000_000) * 1000);
    expect(cache.isBuiltPageFresh(page, now + 86_400_000)).toBe(false);
    cache.judgeBuild(true);
    expect(cache.isBuiltPageFresh(page, now + 86_400_000)).toBe(false);
  });

  it("gives out no page of a build whose machine had a clock that was ahead, once it is out of date", async () => {
    const page = createPage("built", { tags: ["post:a"] });
    const ahead = Date.now() + 6 * 60_000;
    const { cache } = openCache();
    expect(cache.isBuiltPageFresh(page, ahead)).toBe(true);
    await cache.revalidate(["post:b"]);
    expect(cache.isBuiltPageFresh(page, ahead)).toBe(true);
    await cache.revalidate(["post:a"]);
    expect(cache.isBuiltPageFresh(page, ahead)).toBe(false);
  });
});

describe("DataCache", () => {
  const entry = (
    text: string,
    tags: string[],
    timestamp = performance.timeOrigin + performance.now(),
  ) =>
    Promise.resolve({
      value: new Response(text).body ?? new ReadableStream<Uint8Array>(),
      tags,
      timestamp,
      stale: 300,
      expire: 3600,
      revalidate: 60,
    });
  const textOf = async (data: DataCache, key: string) => {
    const found = await data.get(key);
    return found && new Response(found.value).text();
  };

  it("gives out an entry as often as it is asked for, until its tag is revalidated", async () => {
    const { cache } = openCache();
    const data = new DataCache(cache, 1_000_000);
    await data.set("k", entry("标题", ["post:a"]));
    expect(await textOf(data, "k")).toBe("标题");
    expect(await textOf(data, "k")).toBe("标题");
    await cache.revalidate(["post:a"]);
    expect(await textOf(data, "k")).toBeUndefined();
    expect(await data.getExpiration(["post:a", "post:b"])).toBeGreaterThan(0);
    expect(await data.getExpiration(["post:b"])).toBe(0);
  });

  it("keeps nothing that was begun before its tag was revalidated, nor what is older than it may be", async () => {
    const { cache } = openCache();
    const data = new DataCache(cache, 1_000_000);
    const begun = performance.timeOrigin + performance.now();
    await cache.revalidate(["post:a"]);
    await data.set("k", entry("old", ["post:a"], begun));
    expect(await textOf(data, "k")).toBeUndefined();
    await data.set("l", entry("old", [], begun - 61_000));
    expect(await textOf(data, "l")).toBeUndefined();
  });

  it("lets those wait who ask for an entry that is arriving, and forgets one that fails", async () => {
    const data = new DataCache(openCache().cache, 1_000_000);
    const arriving = data.set("k", entry("a", []));
    expect(await textOf(data, "k")).toBe("a");
    await arriving;
    await data.set("k", Promise.reject(new Error("store")));
    expect(await textOf(data, "k")).toBeUndefined();
  });

  it("stays within its bytes, small entries too", async () => {
    const data = new DataCache(openCache().cache, 100_000);
    for (let index = 0; index < 1000; index += 1) await data.set(`k${index}`, entry("", []));
    expect(await textOf(data, "k0")).toBeUndefined();
    expect(await textOf(data, "k999")).toBe("");
  });
});
