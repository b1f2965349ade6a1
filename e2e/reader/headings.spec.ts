import { expect, test } from "playwright/test";

test("a reader can copy the address of a section, by keyboard too, and its name stays its name", async ({
  page,
}) => {
  await page.goto("/colophon");
  const heading = page.getByRole("heading", { level: 2, name: "影片", exact: true });
  const link = heading.getByRole("link", { name: "影片", exact: true });
  const mark = () => link.evaluate((target) => getComputedStyle(target, "::before").opacity);
  expect(await mark()).toBe("0");
  await page.keyboard.press("Tab");
  for (let step = 0; step < 30 && (await mark()) === "0"; step++) await page.keyboard.press("Tab");
  await expect(link).toBeFocused();
  await expect.poll(mark).toBe("1");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/colophon#h-ying-pian$/);
  await expect(heading).toBeInViewport();
});
