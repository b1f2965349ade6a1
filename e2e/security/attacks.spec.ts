import { expect, type Page, test } from "playwright/test";
import { postUrl } from "@/lib/urls";
import { type AttackPage, listAttackPages } from "./attack-pages.ts";
import { listFrontMatterPages } from "./front-matter-pages.ts";
import { exercise, findForeignParts, readGlobals } from "./visit.ts";
import { Witness } from "./witness.ts";

/** Nothing that strangers have put into a post does anything in a reader's browser. */

// Each test opens dozens of pages.
test.describe.configure({ timeout: 300_000 });

/** Visited by one test one after the other: a new browser context costs more than a page. */
const pagesInATest = 10;

const attackPages = listAttackPages();

for (let start = 0; start < attackPages.length; start += pagesInATest) {
  const pages = attackPages.slice(start, start + pagesInATest);
  test(`attacks in bodies, pages ${start + 1} to ${start + pages.length}`, async ({
    page,
    baseURL,
  }) => {
    const witness = await Witness.watch(page, baseURL);
    await page.goto("/about-nothing");
    witness.testimony();
    const globals = await readGlobals(page);
    for (const attackPage of pages) {
      const { status, seen } = await visit(page, witness, postUrl(attackPage.slug));
      expect.soft(seen, describe(attackPage)).toEqual([]);
      expect.soft(await readGlobals(page), describe(attackPage)).toEqual(globals);
      expect(status, describe(attackPage)).toBe(200);
    }
  });
}

test("attacks in front matter, on the posts' own pages", async ({ page, baseURL }) => {
  const witness = await Witness.watch(page, baseURL);
  let shown = 0;
  for (const { slug, frontMatter } of listFrontMatterPages()) {
    const { status, seen } = await visit(page, witness, postUrl(slug));
    expect.soft(seen, frontMatter).toEqual([]);
    if (status === 200) shown++;
  }
  // Otherwise all would have been refused and nothing tried.
  expect(shown).toBeGreaterThan(40);
});

test("attacks in front matter, on every page that lists them", async ({ page, baseURL }) => {
  const witness = await Witness.watch(page, baseURL);
  const waiting = ["/", "/tags", "/categories", "/authors", "/sources", "/archive"];
  const known = new Set(waiting);
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const { seen } = await visit(page, witness, address);
    expect.soft(seen, address).toEqual([]);
    // The attacks in bodies have nothing to say in a listing.
    if ((await page.locator("main a[href^='/posts/attack-']").count()) > 0) continue;
    const links = await page
      .locator("main a[href^='/']")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const link of links) {
      if (known.has(link)) continue;
      known.add(link);
      if (!link.startsWith("/posts/")) waiting.push(link);
    }
  }
  expect(known.size).toBeGreaterThan(50);
});

/** Opens a page, uses it, and says what happened and what stands in it. */
async function visit(
  page: Page,
  witness: Witness,
  address: string,
): Promise<{ status: number | undefined; seen: string[] }> {
  const response = await page.goto(address);
  const status = response?.status();
  const foreign = await findForeignParts(page);
  await exercise(page);
  const seen = [...witness.testimony(), ...foreign];
  const where = new URL(page.url()).pathname;
  if (status === 200 && where !== address) seen.push(`navigation: ${where}`);
  return {
    status,
    // That a page is missing is in the console too.
    seen: status === 404 ? seen.filter((line) => !/status of 404/.test(line)) : seen,
  };
}

const describe = ({ slug, attacks }: AttackPage): string =>
  [slug, ...attacks.map((attack, index) => `${index + 1}: ${JSON.stringify(attack)}`)].join("\n");
