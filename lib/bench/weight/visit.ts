import type { Browser, Page } from "playwright";
import { Traffic, type TrafficSum } from "@/lib/bench/weight/traffic";
import { readVitals, type Vitals } from "@/lib/bench/weight/vitals";

/** A phone of the middle class, as Lighthouse takes it. */
const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};

/** Its processor and its network, as Lighthouse slows them down in the browser: slow 4G. */
const cpuSlowdown = 4;
const network = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};

/** After the network has come to rest, for what a page fetches later, in milliseconds. */
const restMs = 1500;

export interface Visit {
  first: TrafficSum;
  vitals: Vitals;
  /** Of the page to which its first link leads, on the same site, with what is kept from the first. */
  next?: TrafficSum;
}

/** Visits a page for the first time, on a phone whose cache is empty, then the page to which its first link leads. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const traffic = await Traffic.watch(cdp);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
    await cdp.send("Network.emulateNetworkConditions", network);
    await page.goto(url);
    await comeToRest(page);
    const first = traffic.take();
    const vitals = await readVitals(page);
    if (!(await followFirstLink(page))) return { first, vitals };
    await comeToRest(page);
    return { first, vitals, next: traffic.take() };
  } finally {
    await context.close();
  }
}

async function comeToRest(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(restMs);
}

/** @returns whether the page has a link to another one */
async function followFirstLink(page: Page): Promise<boolean> {
  const here = new URL(page.url());
  for (const link of await page.locator('main a[href^="/"]').all()) {
    const href = await link.getAttribute("href");
    if (href === null || !(await link.isVisible())) continue;
    if (new URL(href, here).pathname === here.pathname) continue;
    await link.click();
    await page.waitForURL(({ pathname }) => pathname !== here.pathname);
    return true;
  }
  return false;
}
