import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { isReserved, pageAddress } from "@/lib/content/page-address";

it("reserves every address at the root that the site has a route for", () => {
  const routes = readdirSync("app/(site)", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("["))
    .map(({ name }) => name);
  expect(routes.length).toBeGreaterThan(0);
  expect(routes.filter((route) => !isReserved(route))).toEqual([]);
});

it("reserves what is the site's own or may come to be, and nothing else", () => {
  const reserved = [
    "posts",
    "posts/a/b",
    "latest/news",
    "tags/x",
    "archive/2023/story",
    "comments/x",
    "admin",
    "admin/help",
    "api/guide",
    "pictures",
    "search",
    "feeds/all",
    "404",
    "500",
    "index",
  ];
  const free = ["about", "comments", "team/search", "styles", "feed", "archives"];
  expect([...reserved, ...free].filter(isReserved)).toEqual(reserved);
});

it.each([
  [{}, "pages/about.md", "about"],
  [{}, "pages/About.MD", "about"],
  [{}, "pages/legal/index.md", "legal"],
  [{}, "posts/about.md", "about"],
  [{}, "search/about.md", "about"],
  [{ slug: "imprint" }, "pages/about.md", "imprint"],
  [{ permalink: "/team/index.html" }, "pages/about.md", "team"],
  [{ permalink: "https://old.example.com/foo/" }, "pages/about.md", "foo"],
  [{}, "pages/关于.md", "guan-yu"],
])("gives %j in %s the address %s", (fields, path, address) => {
  expect(pageAddress(fields, path)).toBe(address);
});
