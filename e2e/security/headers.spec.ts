import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { accentSheetUrl, iconUrl } from "@/lib/urls";

/** The headers that protect readers stand on everything that the site answers. */

const answers = [
  ["the front page", "/", 200],
  ["a page made at its first visit", "/archive/2024/01/page/2", 200],
  ["a post", "/posts/attack-1", 200],
  ["what is not there", "/posts/no-such-post", 404],
  ["what can't be an address", "/no/such/%E9%A1%B5/page", 404],
  ["a redirect", "/latest/page/1", 308],
  ["a picture", "/pictures/tea.jpg", 200],
  ["the icon", iconUrl(settings), 200],
  ["a request with a method that pages don't have", "/", 405, "POST"],
] as const;

for (const [what, address, status, method = "GET"] of answers) {
  test(`${what} has them`, async ({ request }) => {
    const response = await request.fetch(address, { method, maxRedirects: 0 });
    expect(response.status()).toBe(status);
    const headers = response.headers();
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["permissions-policy"]).toContain("camera=()");
    // The site is served by HTTP here.
    expect(headers).not.toHaveProperty("strict-transport-security");
    for (const { name, value } of response.headersArray()) {
      expect(value, name).toMatch(/^[\x20-\x7e]*$/);
      expect(value.length, name).toBeLessThan(4_000);
    }
  });
}

test("what only pages of the site ask for isn't served to others", async ({ page, request }) => {
  await page.goto("/");
  const sheet = await page.locator("link[href^='/_next/']").first().getAttribute("href");
  const response = await request.get(sheet ?? "");
  expect(response.headers()["cross-origin-resource-policy"]).toBe("same-origin");
  expect(response.headers()["x-content-type-options"]).toBe("nosniff");
});

test("nobody can have pictures made anew", async ({ request }) => {
  const picture = encodeURIComponent("/pictures/tea.jpg");
  expect((await request.get(`/_next/image?url=${picture}&w=640&q=75`)).status()).toBe(404);
});

test("caches on the way ask for pages each time, and keep what never changes", async ({
  request,
}) => {
  for (const address of ["/", "/archive/2024/01/page/2", "/posts/no-such-post"]) {
    const { "cache-control": rule, etag = "" } = (await request.get(address)).headers();
    expect(rule, address).toBe("public, max-age=0, must-revalidate");
    const again = await request.get(address, { headers: { "If-None-Match": etag } });
    expect([304, 404], address).toContain(again.status());
  }
  const style =
    /\/_next\/static\/[^"]+\.css/.exec(await (await request.get("/")).text())?.[0] ?? "";
  for (const address of [style, accentSheetUrl(settings.accent), iconUrl(settings)]) {
    expect((await request.get(address)).headers()["cache-control"], address).toBe(
      "public, max-age=31536000, immutable",
    );
  }
});

test("pages of every kind hold no script, and let none in them run", async ({ request }) => {
  for (const address of [
    "/",
    "/posts/attack-1",
    "/posts/long",
    "/archive/2024/01/page/2",
    "/none",
  ]) {
    for (const visit of ["first", "second"]) {
      const response = await request.get(address);
      const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
      for (const script of scripts) expect(script, address).toMatch(/ src="\/scripts\//);
      const policy = response.headers()["content-security-policy"] ?? "";
      expect(policy.split("; "), `${address}, ${visit}`).toContain("script-src 'self'");
    }
  }
});
