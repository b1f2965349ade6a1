import type { Locator } from "playwright/test";

/** Contrast of an element's text with what is painted behind it, as WCAG 2.2 defines it: 1 to 21. */
export function contrastOf(element: Locator): Promise<number> {
  return element.evaluate((target) => {
    // A canvas turns any CSS colour into red, green, blue and alpha from 0 to 255.
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const paint = (colour: string) => {
      if (!context) throw new Error("no canvas");
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      return [...context.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour: number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    let behind: Element | null = target;
    while (behind && paint(getComputedStyle(behind).backgroundColor)[3] === 0) {
      behind = behind.parentElement;
    }
    const paper = behind ? getComputedStyle(behind).backgroundColor : "white";
    const [lighter = 0, darker = 0] = [getComputedStyle(target).color, paper]
      .map((colour) => luminance(paint(colour)))
      .sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  });
}
