/** Red, green and blue, each from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** @returns nothing for what is not written as `#a3231b` */
export function readColour(text: string): Colour | undefined {
  const digits = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (digits === undefined) return undefined;
  const part = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16) / 255;
  return [part(0), part(2), part(4)];
}

export const writeColour = (colour: Colour): string =>
  `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;

/** How much two colours differ, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: Colour, other: Colour): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The same hue and saturation (HSL) with another lightness, from 0 to 1. */
export function withLightness(colour: Colour, lightness: number): Colour {
  const most = Math.max(...colour);
  const least = Math.min(...colour);
  const middle = (most + least) / 2;
  // A grey has no hue.
  if (most === least) return [lightness, lightness, lightness];
  const saturation = (most - least) / (1 - Math.abs(2 * middle - 1));
  const half = (saturation * (1 - Math.abs(2 * lightness - 1))) / 2;
  const [red, green, blue] = colour;
  const place = (part: number) => lightness + half * ((2 * (part - least)) / (most - least) - 1);
  return [place(red), place(green), place(blue)];
}

export const lightnessOf = (colour: Colour): number =>
  (Math.max(...colour) + Math.min(...colour)) / 2;
