import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (file: string) => readFileSync(file, "utf8");

/** Values of custom properties, for the light and the dark scheme, as `name: value` in the order of the file. */
const tokensOf = (css: string) =>
  [...css.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => `${name}: ${value}`);

it("a page of one reader alone has the colours and measures of the site", () => {
  const site = tokensOf(read("app/styles/tokens.css"));
  const plain = tokensOf(read("public/styles/plain-page.css"));
  expect(plain.length).toBeGreaterThan(15);
  expect(plain.filter((token) => !site.includes(token))).toEqual([]);
});
