import {
  type Colour,
  contrast,
  lightnessOf,
  readColour,
  withLightness,
  writeColour,
} from "@/lib/accent/colour";

/** The accent as it is read on light paper and on dark. */
export interface AccentShades {
  light: string;
  dark: string;
}

/**
 * What the accent is written on, at worst (`--color-wash` of app/styles/tokens.css), and how much it has to differ: on dark
 * paper more than accessibility asks for, since thin bright letters look thinner there.
 */
export const papers = {
  light: { colour: "#f1f2ed", least: 4.5, step: -0.005 },
  dark: { colour: "#1d2329", least: 7, step: 0.005 },
} as const;

/**
 * The publication's one accent, made as much darker or lighter as each colour scheme needs for it to be read; where it can
 * be read as it is, it stays. Undefined where it isn't written as `#a3231b`.
 */
export function findAccentShades(accent: string): AccentShades | undefined {
  const colour = readColour(accent);
  return colour && { light: shadeOn("light", colour), dark: shadeOn("dark", colour) };
}

function shadeOn(scheme: keyof typeof papers, accent: Colour): string {
  const { colour, least, step } = papers[scheme];
  let lightness = lightnessOf(accent);
  let shade = writeColour(accent);
  while (contrastOf(shade, colour) < least) {
    lightness += step;
    shade = writeColour(withLightness(accent, Math.min(1, Math.max(0, lightness))));
  }
  return shade;
}

/** Of colours as they are written: rounding must not take the last bit of contrast away. */
export function contrastOf(one: string, other: string): number {
  const [first, second] = [readColour(one), readColour(other)];
  if (!first || !second) throw new Error(`${one} or ${other} is no colour`);
  return contrast(first, second);
}
