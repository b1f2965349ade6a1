import type { Locator } from "playwright/test";

/** The text of an element as a reader takes it in: without the white space of the markup. */
export async function textOf(element: Locator): Promise<string> {
  return ((await element.textContent()) ?? "").replace(/\s+/g, " ").trim();
}
