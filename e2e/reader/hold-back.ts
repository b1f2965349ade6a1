import type { Page } from "playwright/test";

/** Keeps what a page asks of some addresses from arriving until it is let go. */
export async function holdBack(page: Page, addresses: string) {
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(addresses, async (route) => {
    arrive();
    await gate;
    await route.fallback();
  });
  return { arrived, letGo };
}
