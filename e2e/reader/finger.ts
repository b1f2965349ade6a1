import { expect, type Locator } from "playwright/test";

/** What a finger aims at is this wide and high at the least, in CSS pixels (WCAG 2.2, 2.5.5). */
const least = 44;

/** All in one visit to the page. */
export async function expectFitForFingers(controls: Locator): Promise<void> {
  const boxes = await controls.evaluateAll((targets) =>
    targets.map((target) => {
      const { width, height } = target.getBoundingClientRect();
      return { width, height, name: `${target.className} ${target.textContent}` };
    }),
  );
  for (const { width, height, name } of boxes) {
    expect(Math.round(height), name).toBeGreaterThanOrEqual(least);
    expect(Math.round(width), name).toBeGreaterThanOrEqual(least);
  }
}
