import { expect, test } from "playwright/test";
import { findEveryKind, linksOf } from "./every-kind.ts";

test("every internal link of every kind of page answers", async ({ page, request }) => {
  const links = new Set<string>();
  for (const address of await findEveryKind(page)) {
    await page.goto(address);
    for (const link of await linksOf(page)) links.add(link);
  }
  expect(links.size).toBeGreaterThan(20);
  for (const link of links) {
    const response = await request.get(link, { maxRedirects: 0 });
    expect(response.status(), link).toBe(200);
  }
});

test("no kind of page asks another site for anything or complains in the console", async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(baseURL ?? "").origin)
      foreign.push(request.url());
  });
  const addresses = await findEveryKind(page);
  for (const address of addresses.filter((address) => address !== "/no-such-page")) {
    await page.goto(address, { waitUntil: "networkidle" });
  }
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a listing fetches nothing ahead for a reader who only scrolls", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "fetch") fetched.push(request.url());
  });
  await page.goto("/", { waitUntil: "networkidle" });
  await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  expect(fetched).toEqual([]);
});

test("the page behind a link is fetched when the pointer rests on it, and shown at the click", async ({
  page,
}) => {
  await page.goto("/", { waitUntil: "networkidle" });
  const link = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first();
  const address = (await link.getAttribute("href")) ?? "";
  await link.hover();
  await page.waitForTimeout(1500);
  await link.click();
  await expect(page).toHaveURL(address);
  const delivery = () =>
    page.evaluate(() =>
      Reflect.get(performance.getEntriesByType("navigation")[0] ?? {}, "deliveryType"),
    );
  await expect.poll(delivery).toBe("navigational-prefetch");
});

test("the rules by which pages are fetched ahead are of the type that browsers ask for", async ({
  request,
}) => {
  const named = (await request.get("/")).headers()["speculation-rules"] ?? "";
  const rules = await request.get(JSON.parse(named));
  expect(rules.headers()["content-type"]).toBe("application/speculationrules+json");
  expect((await request.get("/admin/comments")).headers()["speculation-rules"]).toBeUndefined();
});

for (const [reducedMotion, fades] of [
  ["no-preference", true],
  ["reduce", false],
] as const) {
  test(`pages ${fades ? "fade" : "do not fade"} into one another where motion is "${reducedMotion}"`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.addInitScript(() => {
      addEventListener("pagereveal", (event) => {
        sessionStorage.faded = String(Boolean(Reflect.get(event, "viewTransition")));
      });
    });
    await page.goto("/");
    await page
      .getByRole("main")
      .getByRole("heading", { level: 2 })
      .getByRole("link")
      .first()
      .click();
    await expect(page.locator(".article-body")).toBeVisible();
    expect(await page.evaluate(() => sessionStorage.faded)).toBe(String(fades));
  });
}
