import { expect, it } from "vitest";
import { cacheTags } from "@/lib/cache-tags";
import {
  archiveMonthUrl,
  archiveYearUrl,
  latestUrl,
  postUrl,
  taxonomyUrl,
  termUrl,
} from "@/lib/urls";

it("spells addresses as the design has them", () => {
  expect(postUrl("a-b")).toBe("/posts/a-b");
  expect(taxonomyUrl("category")).toBe("/categories");
  expect(termUrl({ taxonomy: "tag", slug: "x" })).toBe("/tags/x");
  expect(termUrl({ taxonomy: "author", slug: "x" }, 2)).toBe("/authors/x/page/2");
  expect(termUrl({ taxonomy: "source", slug: "x" }, 3)).toBe("/sources/x/page/3");
  expect(archiveYearUrl(2023)).toBe("/archive/2023");
  expect(archiveMonthUrl(2023, 1)).toBe("/archive/2023/01");
  expect(archiveMonthUrl(2023, 10, 2)).toBe("/archive/2023/10/page/2");
});

it("has one address for the first page of a listing", () => {
  expect(latestUrl(1)).toBe("/");
  expect(latestUrl(2)).toBe("/latest/page/2");
  expect(termUrl({ taxonomy: "tag", slug: "x" }, 1)).toBe("/tags/x");
  expect(archiveYearUrl(2023, 1)).toBe("/archive/2023");
});

it("names what pages depend on in short ASCII, whatever the names", () => {
  const slug = "x".repeat(80);
  const name = "作者".repeat(200);
  const tags = [
    cacheTags.post(slug),
    cacheTags.neighbours(slug),
    cacheTags.term("category", slug),
    cacheTags.page(name),
    cacheTags.author(name),
    cacheTags.month(2023, 10),
  ];
  for (const tag of tags) expect(tag).toMatch(/^[\x21-\x7e]{1,100}$/);
  expect(new Set(tags).size).toBe(tags.length);
});
