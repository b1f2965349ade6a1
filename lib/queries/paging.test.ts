import { describe, expect, it } from "vitest";
import { buildListing, findSlice } from "@/lib/queries/paging";

describe("a page of a listing", () => {
  it.each([
    [1, 25, { offset: 0, limit: 10 }, 3],
    [3, 25, { offset: 20, limit: 10 }, 3],
    [2, 20, { offset: 10, limit: 10 }, 2],
    [1, 0, { offset: 0, limit: 10 }, 1],
  ])("%i of %i posts is there", (page, total, slice, pageCount) => {
    expect(findSlice(page, total, 10)).toEqual({ slice, pageCount });
  });

  it.each([
    [0, 25],
    [-1, 25],
    [4, 25],
    [3, 20],
    [2, 0],
  ])("%i of %i posts is not", (page, total) => {
    expect(findSlice(page, total, 10)).toBeUndefined();
  });

  it("is read only where it is there", async () => {
    const reads: unknown[] = [];
    const read = async (slice: unknown) => {
      reads.push(slice);
      return [];
    };
    expect(await buildListing(9, 25, 10, read)).toBeUndefined();
    expect(reads).toEqual([]);
    expect(await buildListing(2, 25, 10, read)).toEqual({
      posts: [],
      total: 25,
      page: 2,
      pageCount: 3,
    });
    expect(reads).toEqual([{ offset: 10, limit: 10 }]);
  });
});
