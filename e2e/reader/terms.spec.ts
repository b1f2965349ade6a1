import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { taxonomies } from "@/lib/publication";
import { taxonomyUrl } from "@/lib/urls";
import { textOf } from "./text-of.ts";

const messages = messagesIn(settings.language);

for (const taxonomy of taxonomies) {
  test(`a reader finds posts by ${taxonomy}`, async ({ page }) => {
    const { one, many } = messages.taxonomies[taxonomy];
    await page.goto(taxonomyUrl(taxonomy));
    const main = page.getByRole("main");
    await expect(main.getByRole("heading", { level: 1, name: many })).toBeVisible();

    const term = main.getByRole("listitem").first().getByRole("link");
    const [, name = "", count = ""] = (await textOf(term)).match(/^([\s\S]*?)\s+([\d,]+)$/) ?? [];
    await term.click();
    await expect(main.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
    await expect(page).toHaveTitle(`${name} · ${settings.name}`);
    const posts = main.getByRole("heading", { level: 2 });
    const total = Number(count.replaceAll(",", ""));
    await expect(posts).toHaveCount(Math.min(total, settings.pageSize));
    const address = page.url();

    const title = await textOf(posts.first());
    await posts.first().getByRole("link").click();
    await expect(main.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await main
      .getByRole("link", { name, exact: true })
      .and(page.locator(`[href^="${taxonomyUrl(taxonomy)}/"]`))
      .first()
      .click();
    await expect(page).toHaveURL(address);
    await main.getByRole("link", { name: one, exact: true }).click();
    await expect(page).toHaveURL(taxonomyUrl(taxonomy));
  });
}
