import { expect, type Locator } from "playwright/test";

/** Least contrast of running text that WCAG 2.2 asks for (1.4.3, level AA). */
const least = 4.5;

/** @param where said where one can't be read */
export async function expectReadable(texts: Locator, where: string): Promise<void> {
  const contrasts = await readContrasts(texts);
  expect(contrasts.length, where).toBeGreaterThan(0);
  for (const { style, text, contrast } of contrasts) {
    expect(contrast, `${where} ${style}: ${text}`).toBeGreaterThanOrEqual(least);
  }
}

interface TextContrast {
  /** Its element, class and colour. */
  style: string;
  text: string;
  /** Of the text with what is painted behind it, as WCAG 2.2 defines it: 1 to 21. */
  contrast: number;
}

/** All in one visit to the page: to ask for each alone took half a minute for every kind of page. */
function readContrasts(elements: Locator): Promise<TextContrast[]> {
  return elements.evaluateAll((targets) => {
    // A canvas turns any CSS colour into red, green, blue and alpha from 0 to 255.
    const context = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const painted = new Map<string, number[]>();
    const paint = (colour: string) => {
      const known = painted.get(colour);
      if (known) return known;
      if (!context) throw new Error("no canvas");
      context.clearRect(0, 0, 1, 1);
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
      const channels = [...context.getImageData(0, 0, 1, 1).data];
      painted.set(colour, channels);
      return channels;
    };
    const luminance = (colour: number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return targets.map((target) => {
      let behind: Element | null = target;
      while (behind && paint(getComputedStyle(behind).backgroundColor)[3] === 0) {
        behind = behind.parentElement;
      }
      const paper = behind ? getComputedStyle(behind).backgroundColor : "white";
      const { color } = getComputedStyle(target);
      const [lighter = 0, darker = 0] = [color, paper]
        .map((colour) => luminance(paint(colour)))
        .sort((a, b) => b - a);
      return {
        style: `${target.localName} ${target.className} ${color}`,
        text: (target.textContent ?? "").slice(0, 60),
        contrast: (lighter + 0.05) / (darker + 0.05),
      };
    });
  });
}
