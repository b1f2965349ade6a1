import { describe, expect, it } from "vitest";
import { type Address, mayBeFormer, readAddress } from "@/lib/read-address";
import {
  archiveMonthUrl,
  archiveYearUrl,
  commentsUrl,
  commentUrl,
  frontPageUrl,
  latestUrl,
  postUrl,
  revalidateUrl,
  taxonomyUrl,
  termUrl,
} from "@/lib/urls";

const comment = "01hf0k3x9a2b4c";

it.each<[string, Address]>([
  [frontPageUrl, { kind: "front" }],
  [latestUrl(2), { kind: "latest", page: 2 }],
  [postUrl("a-b"), { kind: "post", slug: "a-b" }],
  [commentsUrl("a-b", 1), { kind: "post", slug: "a-b" }],
  [commentsUrl("a-b", 3), { kind: "thread", slug: "a-b", page: 3 }],
  [commentUrl(comment), { kind: "comment", id: comment }],
  [taxonomyUrl("category"), { kind: "taxonomy", taxonomy: "category", page: 1 }],
  [taxonomyUrl("author", 2), { kind: "taxonomy", taxonomy: "author", page: 2 }],
  [
    termUrl({ taxonomy: "source", slug: "x" }),
    { kind: "term", taxonomy: "source", slug: "x", page: 1 },
  ],
  [
    termUrl({ taxonomy: "tag", slug: "page" }, 2),
    { kind: "term", taxonomy: "tag", slug: "page", page: 2 },
  ],
  [archiveYearUrl(2023), { kind: "year", year: 2023, page: 1 }],
  [archiveYearUrl(2023, 4), { kind: "year", year: 2023, page: 4 }],
  [archiveMonthUrl(2023, 1), { kind: "month", year: 2023, month: 1, page: 1 }],
  [archiveMonthUrl(2023, 12, 5), { kind: "month", year: 2023, month: 12, page: 5 }],
  [revalidateUrl, { kind: "endpoint", path: "/api/revalidate" }],
])("reads %s as it is spelt", (path, address) => {
  expect(readAddress(path)).toEqual(address);
});

describe("what the site answers otherwise than it looks", () => {
  it.each<[string, Address]>([
    ["/index", { kind: "moved", to: "/" }],
    ["/latest/page/1", { kind: "moved", to: "/" }],
    ["/tags/x/page/1", { kind: "moved", to: "/tags/x" }],
    ["/tags/page/1", { kind: "moved", to: "/tags" }],
    ["/archive/2023/10/page/1", { kind: "moved", to: "/archive/2023/10" }],
    ["/posts/a/comments/1", { kind: "moved", to: "/posts/a" }],
    ["/tags/x/page/0", { kind: "nothing" }],
    ["/latest/page/02", { kind: "nothing" }],
    ["/archive/2023/13/page/1", { kind: "nothing" }],
    ["/archive/23/page/2", { kind: "nothing" }],
    ["/comments/x", { kind: "nothing" }],
    ["/archive/2023/13", { kind: "former" }],
    ["/archive/2023/1", { kind: "former" }],
    ["/archive/0000", { kind: "former" }],
    ["/archive/page/2", { kind: "former" }],
    ["/tags/page", { kind: "term", taxonomy: "tag", slug: "page", page: 1 }],
    ["/posts", { kind: "page", path: "posts" }],
    ["/posts/a/b", { kind: "page", path: "posts/a/b" }],
    ["/admin", { kind: "page", path: "admin" }],
    ["/api/nothing", { kind: "page", path: "api/nothing" }],
    ["/search", { kind: "page", path: "search" }],
    ["/robots.txt", { kind: "page", path: "robots.txt" }],
    ["/_next/static/x", { kind: "framework" }],
    ["/404", { kind: "framework" }],
    ["/Tags", { kind: "page", path: "Tags" }],
  ])("%s", (path, address) => {
    expect(readAddress(path)).toEqual(address);
  });
});

it("takes percent-encoding for what it stands for where a route leaves a piece open, and nowhere else", () => {
  expect(readAddress("/posts/%61")).toEqual({ kind: "post", slug: "a" });
  expect(readAddress("/%74ags")).toEqual({ kind: "page", path: "tags" });
  expect(readAddress("/posts/50%")).toEqual({ kind: "post", slug: "50%" });
  expect(readAddress("/%E6%BD%AE")).toEqual({ kind: "page", path: "潮" });
});

it("doesn't count slashes", () => {
  for (const path of ["", "//", "///"]) expect(readAddress(path)).toEqual({ kind: "front" });
  expect(readAddress("//tags//x/")).toEqual(readAddress("/tags/x"));
  expect(readAddress("about/")).toEqual({ kind: "page", path: "about" });
});

it("says where a post may have been", () => {
  const former = ["/posts/a", "/tags/x", "/archive/x", "/about", "/api/nothing", "/search"];
  const never = ["/", "/tags/x/page/2", "/archive/2023", "/api/health", "/_next/x", "/index"];
  expect([...former, ...never].filter((path) => mayBeFormer(readAddress(path)))).toEqual(former);
});
