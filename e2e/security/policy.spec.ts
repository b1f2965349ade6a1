import { expect, type Page, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { frontPageUrl, postUrl } from "@/lib/urls";

const messages = messagesIn(settings.language);

/**
 * The second wall: even if markup of a stranger got into a page, the browser wouldn't do what it says. The stories put it
 * there on the page's way to the browser, and leave its headers as they are.
 */

const address = postUrl("plain");

const intrusions = [
  ["a handler", "<img src=/x.txt onerror=\"document.title='taken'\">", "script-src-attr"],
  ["an inline script", "<script>document.title = 'taken'</script>", "script-src-elem"],
  ["a script from elsewhere", "<script src=https://evil.example/x.js></script>", "script-src-elem"],
  ["a style", "<style>main { display: none }</style>", "style-src-elem"],
  ["a style attribute", "<p style='position: fixed'>x</p>", "style-src-attr"],
  [
    "a style sheet from elsewhere",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "style-src-elem",
  ],
  ["a frame", "<iframe src=https://evil.example/></iframe>", "frame-src"],
  ["an object", "<object data=https://evil.example/x></object>", "object-src"],
  ["a base address", "<base href=https://evil.example/>", "base-uri"],
] as const;

for (const [what, markup, directive] of intrusions) {
  test(`${what} is refused`, async ({ page }) => {
    const violations = await smuggle(page, markup);
    await expect.poll(() => readViolations(page)).toContain(directive);
    expect(violations.requests).toEqual([]);
    await expect(page).not.toHaveTitle("taken");
    await expect(page.getByRole("main")).toBeVisible();
  });
}

test("a `javascript:` link does nothing", async ({ page }) => {
  await smuggle(page, "<p><a href=\"javascript:document.title='taken'\">trap</a></p>");
  await page.getByRole("link", { name: "trap" }).click();
  await expect.poll(() => readViolations(page)).toContain("script-src-elem");
  await expect(page).not.toHaveTitle("taken");
});

test("a form that leads away is not sent", async ({ page }) => {
  const { requests } = await smuggle(
    page,
    "<form action=https://evil.example/ method=post><button>trap</button></form>",
  );
  const refusal = page.waitForEvent("console", (message) => /form-action/.test(message.text()));
  await page.getByRole("button", { name: "trap" }).click({ noWaitAfter: true });
  await refusal;
  expect(requests).toEqual([]);
});

test("no script may make another from a string, or load one from elsewhere", async ({ page }) => {
  await page.goto(address);
  const refused = await page.evaluate(async () => {
    const attempts = [
      (script: HTMLScriptElement) => {
        script.text = "document.title = 'taken'";
      },
      (script: HTMLScriptElement) => {
        script.src = "https://evil.example/x.js";
      },
      (script: HTMLScriptElement) => {
        script.src = "/pictures/tea.jpg";
      },
    ];
    return attempts.map((attempt) => {
      try {
        attempt(document.createElement("script"));
        return "done";
      } catch (error) {
        return error instanceof TypeError ? "refused" : String(error);
      }
    });
  });
  expect(refused).toEqual(["refused", "refused", "refused"]);
});

test("a reader who goes from page to page meets no refusal", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto(frontPageUrl);
  const link = page
    .getByRole("navigation", { name: messages.mainNavigation })
    .getByRole("link")
    .first();
  const target = (await link.getAttribute("href")) ?? "";
  await link.click();
  // The front page has a heading too: only the address tells that the other page is there.
  await expect(page).toHaveURL(target);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(frontPageUrl);
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  await expect(page.locator(".article-body")).toBeVisible();
  expect(complaints).toEqual([]);
});

/** Opens a page with markup in it that isn't its own, and counts what is asked of the other site. */
async function smuggle(page: Page, markup: string): Promise<{ requests: string[] }> {
  const requests: string[] = [];
  // What the policy refuses doesn't come this far.
  await page.route("https://evil.example/**", (route) => {
    requests.push(route.request().url());
    return route.abort();
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
      sessionStorage.violations = `${sessionStorage.violations ?? ""} ${effectiveDirective}`;
    });
  });
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace(/class="article-body">/, `$&${markup}`) });
  });
  await page.goto(address);
  return { requests };
}

function readViolations(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    String(sessionStorage.violations ?? "")
      .trim()
      .split(" "),
  );
}
