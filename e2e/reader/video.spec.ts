import { expect, type Page, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { publicFolders } from "@/lib/urls";
import { holdBack } from "./hold-back.ts";

const messages = messagesIn(settings.language);

const address = "/colophon";
const title = "Big Buck Bunny";
const play = messages.article.video.play.replace("{title}", title);
const playerOrigin = "https://www.youtube-nocookie.com";

/** What is loaded when a video is to play. */
const codeOfPlayer = `**${publicFolders.scripts}/*/video-player*`;

const player = `<button onclick="this.textContent = 'Paused'">Pause</button>`;

/** Stands in for the host, and notes every request that leaves the site. */
async function watchRequests(page: Page, ownOrigin: string | undefined): Promise<string[]> {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== ownOrigin) foreign.push(request.url());
  });
  await page.route(`${playerOrigin}/**`, (route) =>
    route.fulfill({ contentType: "text/html", body: player }),
  );
  return foreign;
}

test("a video asks nothing of its host before it is clicked, and plays in its place then", async ({
  page,
  baseURL,
}) => {
  const foreign = await watchRequests(page, baseURL);
  await page.goto(address, { waitUntil: "networkidle" });
  const still = page.getByRole("button", { name: play });
  await still.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  await still.hover();
  expect(foreign).toEqual([]);

  const before = await still.boundingBox();
  await still.click();
  const player = page.locator("iframe");
  await expect(player).toHaveAccessibleName(/Big Buck Bunny/);
  await expect(player.contentFrame().getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(player).toBeFocused();
  expect(foreign).toEqual([`${playerOrigin}/embed/aqz-KE-bpKQ?autoplay=1`]);
  expect(await page.locator(".video-player").boundingBox()).toEqual(before);
  await expect(player).toHaveAttribute("sandbox", /allow-scripts/);
  await expect(player).not.toHaveAttribute("sandbox", /top-navigation|forms|modals|downloads/);
});

for (const key of ["Enter", "Space"]) {
  test(`by keyboard, ${key} plays it and the focus goes into the player`, async ({
    page,
    baseURL,
  }) => {
    await watchRequests(page, baseURL);
    await page.goto(address);
    await page.getByRole("button", { name: play }).focus();
    await page.keyboard.press(key);
    const player = page.locator("iframe");
    await expect(player).toBeFocused();
    await expect(player.contentFrame().getByRole("button", { name: "Pause" })).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(player.contentFrame().getByRole("button", { name: "Paused" })).toBeVisible();
  });
}

test("a still that is pressed before the player's code has come plays then, once", async ({
  page,
  baseURL,
}) => {
  const foreign = await watchRequests(page, baseURL);
  await page.goto(address);
  const { arrived, letGo } = await holdBack(page, codeOfPlayer);
  await page.getByRole("button", { name: play }).click();
  await page.getByRole("button", { name: play }).click();
  await arrived;
  letGo();
  await expect(page.locator("iframe")).toBeFocused();
  await expect(page.locator("iframe")).toHaveCount(1);
  expect(foreign).toHaveLength(1);
});

test("where the player's code never comes, a press leads to the video's page", async ({ page }) => {
  await page.route("https://www.youtube.com/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<h1>Watch</h1>" }),
  );
  await page.route(codeOfPlayer, (route) => route.abort());
  await page.goto(address);
  await page.getByRole("button", { name: play }).click();
  await expect(page.getByRole("heading", { name: "Watch" })).toBeVisible();
});

test("a reader who goes on to another page hears the video no more", async ({ page, baseURL }) => {
  await watchRequests(page, baseURL);
  await page.goto(address);
  await page.getByRole("button", { name: play }).click();
  await expect(page.locator("iframe")).toHaveCount(1);
  await page.getByRole("banner").getByRole("link").first().click();
  await expect(page).toHaveURL("/");
  await expect(page.locator("iframe")).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("button", { name: play })).toBeVisible();
});

test("a still on a phone is as wide as the text and keeps the shape of the player", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(address);
  const box = await page.getByRole("button", { name: play }).boundingBox();
  expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
  expect(box?.width).toBeLessThanOrEqual(360);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a still is a link to the video's page", async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole("link", { name: `${title} YouTube` })).toHaveAttribute(
      "href",
      "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
    );
    await expect(page.locator("iframe")).toHaveCount(0);
  });
});
