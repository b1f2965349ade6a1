import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerAccentFile } from "@/lib/accent/accent-files";
import { contrastOf, findAccentShades, papers } from "@/lib/accent/accent-shades";
import { completeSettings } from "@/lib/settings";
import { listSources } from "@/lib/testing/list-sources";
import { accentSheetUrl, iconUrl } from "@/lib/urls";

const anyAccent = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, "0")}`);

describe("the accent", () => {
  it("can be read in both colour schemes, whatever it is", () => {
    fc.assert(
      fc.property(anyAccent, (accent) => {
        const shades = findAccentShades(accent);
        for (const scheme of ["light", "dark"] as const) {
          const { colour, least } = papers[scheme];
          expect(contrastOf(shades?.[scheme] ?? "", colour)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("stays as it is where it can be read, and keeps its hue where it can't", () => {
    expect(findAccentShades("#a3231b")).toEqual({ light: "#a3231b", dark: "#ed9691" });
    expect(findAccentShades("#FFB300")).toEqual({ light: "#916600", dark: "#ffb300" });
    expect(findAccentShades("#808080")).toEqual({ light: "#6e6e6e", dark: "#adadad" });
  });

  it.each(["", "a3231b", "#a32", "#a3231b80", "red", "#a3231g", "#a3231b;}"])(
    "is not %j",
    (written) => {
      expect(findAccentShades(written)).toBeUndefined();
    },
  );

  it("is measured against the darkest light paper and the lightest dark one", () => {
    const sheet = readFileSync("app/styles/tokens.css", "utf8");
    const washes = [...sheet.matchAll(/--color-wash: (#\w+);/g)].map(([, colour]) => colour);
    expect(washes).toEqual([papers.light.colour, papers.dark.colour]);
  });

  it("stands in the settings and nowhere else", () => {
    const sheets = ["tokens", "base", "site", "article", "body", "code", "listing", "video"].map(
      (name) => `app/styles/${name}.css`,
    );
    const pages = ["comments", "moderation", "plain-page"].map(
      (name) => `public/styles/${name}.css`,
    );
    const { light = "", dark = "" } = findAccentShades(completeSettings({}).accent) ?? {};
    const spelt = [...listSources(), ...sheets, ...pages].filter((file) => {
      const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
      return [light, dark].some((colour) => code.includes(colour));
    });
    expect(spelt).toEqual(["lib/settings.ts"]);
  });
});

const fileOf = (address: string) => answerAccentFile(address.split("/").at(-1) ?? "");

describe("the files that it is part of", () => {
  it("are a style sheet and an icon that may be kept for ever", async () => {
    const sheet = fileOf(accentSheetUrl("#A3231B"));
    expect(sheet.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(sheet.headers.get("cache-control")).toContain("immutable");
    expect(await sheet.text()).toBe(":root{--accent-light:#a3231b;--accent-dark:#ed9691}\n");
    const icon = fileOf(iconUrl({ accent: "#1b5289" }));
    expect(icon.headers.get("content-type")).toBe("image/svg+xml");
    expect(await icon.text()).toMatch(/\.cloth \{ fill: #1b5289; stroke: none \}/);
  });

  it.each([
    "a3231b",
    "a3231b.js",
    "A3231B.css",
    "a32.css",
    "a3231b.css.svg",
    "red.css",
    "constructor",
  ])("aren't %s", (name) => {
    expect(answerAccentFile(name).status).toBe(404);
  });
});
