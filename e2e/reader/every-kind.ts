import type { Page } from "playwright/test";
import { taxonomies } from "@/lib/publication";
import { type Address, readAddress } from "@/lib/read-address";
import { archiveUrl, frontPageUrl, taxonomyUrl } from "@/lib/urls";

/** The address of one page of every kind, found by following the site's own links. */
export async function findEveryKind(page: Page): Promise<string[]> {
  const firstLink = async (from: string, kind: Address["kind"]) => {
    await page.goto(from);
    const links = await linksOf(page);
    const found = links.find((link) => readAddress(link).kind === kind);
    if (!found) throw new Error(`${from} has no link to a ${kind}`);
    return found;
  };
  const indexes = taxonomies.map((taxonomy) => taxonomyUrl(taxonomy));
  const year = await firstLink(archiveUrl, "year");
  const terms: string[] = [];
  for (const index of indexes) terms.push(await firstLink(index, "term"));
  return [
    frontPageUrl,
    await firstLink(frontPageUrl, "latest"),
    await firstLink(frontPageUrl, "post"),
    ...indexes,
    ...terms,
    archiveUrl,
    year,
    await firstLink(year, "month"),
    "/about",
    "/no-such-page",
  ];
}

/** Paths of the links of a page that stay on the site, each once. */
export async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(hrefs.filter((href) => /^\/(?!\/)/.test(href)))];
}
