import { expect, it } from "vitest";
import { isKeyOf, readPage } from "@/lib/page-cache/read-page";

const key = (address: string) => `/route-cache/APP_PAGE/${"a".repeat(64)}/$${address}`;

it.each([
  ["/index", "/"],
  ["/posts/a", "/posts/a"],
  ["/%E6%BD%AE", "/%E6%BD%AE"],
  ["/index/index", "/index"],
  ["/index/index/a", "/index/a"],
  ["/indexes", "/indexes"],
])("%s is the key of %s", (read, path) => {
  expect(isKeyOf(key(read), path)).toBe(true);
  expect(isKeyOf(read, path)).toBe(true);
});

it.each([
  ["/tags", "/%74ags"],
  ["/index", "/index"],
  ["/posts/a", "/posts/a/"],
  ["/posts/a", "//posts/a"],
  ["/%E6%BD%AE", "/%e6%bd%ae"],
])("%s is not the key of %s", (read, path) => {
  expect(isKeyOf(key(read), path)).toBe(false);
});

it("takes a shell for no page: something is still to come", () => {
  const page = { kind: "APP_PAGE", html: "<p>", headers: {}, status: 200 };
  expect(readPage(page)).toBeDefined();
  expect(readPage({ ...page, postponed: "state" })).toBeUndefined();
});
