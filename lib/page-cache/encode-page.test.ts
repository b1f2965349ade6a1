import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePage, encodePage, type StoredPage } from "@/lib/page-cache/encode-page";

const stored: StoredPage = {
  page: {
    kind: "APP_PAGE",
    html: "<p>潮汐 “表” 🌊</p>".repeat(200),
    rscData: Buffer.from("flight 数据"),
    headers: { "x-next-cache-tags": "latest,post:a", link: ["</a>", "</b>"] },
    postponed: undefined,
    status: 200,
    segmentData: new Map([
      ["/_tree", Buffer.from([0, 255, 10])],
      ["/!KHNpdGUp/__PAGE__", Buffer.alloc(0)],
    ]),
  },
  lifetime: { revalidate: 2_592_000, expire: 31_536_000 },
  renderedAt: 1_700_000_000_000.25,
  position: 1_700_000_000_000_001,
};

describe("encodePage and decodePage", () => {
  it("give back what they were given", async () => {
    expect(await decodePage("/posts/a", await encodePage("/posts/a", stored))).toEqual(stored);
    const route: StoredPage = {
      page: { kind: "APP_ROUTE", body: Buffer.from("<rss/>"), headers: {}, status: 200 },
      lifetime: { revalidate: false, expire: undefined },
      renderedAt: 1,
      position: 0,
    };
    expect(await decodePage("/feed", await encodePage("/feed", route))).toEqual(route);
  });

  it("give nothing for the page of another address", async () => {
    expect(await decodePage("/posts/b", await encodePage("/posts/a", stored))).toBeUndefined();
  });

  it("give nothing, and never fail, where bytes were lost or changed", async () => {
    const bytes = await encodePage("/posts/a", stored);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          expect(await decodePage("/posts/a", bytes.subarray(0, at))).toBeUndefined();
          const changed = Buffer.from(bytes);
          changed[at] = (changed[at] ?? 0) ^ by;
          const read = await decodePage("/posts/a", changed);
          // A bit of zlib's own header can differ without a difference in content.
          if (read) expect(read).toEqual(stored);
        },
      ),
    );
    expect(await decodePage("/posts/a", Buffer.alloc(0))).toBeUndefined();
    expect(await decodePage("/posts/a", Buffer.alloc(5000, 65))).toBeUndefined();
  });
});
