import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage, encodePage, type StoredPage } from "@/lib/page-cache/encode-page";

const stored: StoredPage = {
  page: {
    kind: "APP_PAGE",
    status: 200,
    headers: { "x-next-cache-tags": "latest,post:a", link: ["</a>", "</b>"] },
    body: { etag: "abc", br: Buffer.from([0, 255, 10]), gzip: Buffer.from("潮汐") },
    inlineScripts: { hashes: ["a=", "b="] },
  },
  lifetime: { revalidate: 2_592_000, expire: 31_536_000 },
  renderedAt: 1_700_000_000_000.25,
  position: 1_700_000_000_000_001,
};

describe("encodePage and decodePage", () => {
  it("give back what they were given", () => {
    expect(decodePage("/posts/a", encodePage("/posts/a", stored))).toEqual(stored);
    const route: StoredPage = {
      page: {
        kind: "APP_ROUTE",
        status: 404,
        headers: {},
        body: { etag: "", identity: Buffer.from("<rss/>") },
        inlineScripts: "none",
      },
      lifetime: { revalidate: false, expire: undefined },
      renderedAt: 1,
      position: 0,
    };
    expect(decodePage("/feed", encodePage("/feed", route))).toEqual(route);
  });

  it("give nothing for the page of another address", () => {
    expect(decodePage("/posts/b", encodePage("/posts/a", stored))).toBeUndefined();
  });

  it("give nothing, and never fail, where bytes were lost or changed", async () => {
    const bytes = encodePage("/posts/a", stored);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          expect(decodePage("/posts/a", bytes.subarray(0, at))).toBeUndefined();
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ by;
          const read = decodePage("/posts/a", changed);
          expect(read).toBeUndefined();
        },
      ),
    );
    expect(decodePage("/posts/a", Buffer.alloc(0))).toBeUndefined();
    expect(decodePage("/posts/a", Buffer.alloc(5000, 65))).toBeUndefined();
  });
});
