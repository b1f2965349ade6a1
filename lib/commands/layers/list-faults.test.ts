import { expect, it } from "vitest";
import { listCircles, listIdleEntries, listStrays } from "./list-faults.mjs";

const layers = {
  "lib/top": { does: "", uses: ["lib/low", "lib/words.ts"], inTests: ["lib/side"] },
  "lib/side": { does: "", uses: [] },
  "lib/low": { does: "", uses: [] },
  "lib/low/base": { does: "", uses: [] },
  "lib/words.ts": { does: "", uses: [] },
};

it("names the outermost folder or file that is in no layer, even one that imports nothing", () => {
  const files = [
    "lib/top/a.ts",
    "lib/new/a.ts",
    "lib/new/deep/b.ts",
    "lib/low/other/c.ts",
    "lib/loose.ts",
    "lib/words.test.ts",
  ];
  expect(listStrays(layers, files)).toEqual(
    ["lib/new", "lib/low/other", "lib/loose.ts"].map(
      (place) =>
        `${place} is in no layer: say in lib/layers.mjs what it does, and in "uses" what it may use`,
    ),
  );
});

it("names what the table allows and nobody does", () => {
  const files = ["lib/top/a.ts", "lib/top/a.test.ts", "lib/side/s.ts", "lib/low/b.ts"];
  const imports = [
    { from: "lib/top/a.ts", to: "lib/low/b.ts" },
    { from: "lib/top/a.test.ts", to: "lib/words.ts" },
  ];
  expect(listIdleEntries(layers, [...files, "lib/low/base/c.ts"], imports)).toEqual([
    "lib/top doesn't use lib/words.ts any more: take it out of lib/layers.mjs",
    "no test of lib/top uses lib/side any more: take it out of lib/layers.mjs",
    "lib/words.ts has no file any more: take it out of lib/layers.mjs",
  ]);
});

it("names circles of folders, inside of a layer too, by the imports that make them", () => {
  const imports = [
    { from: "lib/top/a.ts", to: "lib/top/parts/b.ts" },
    { from: "lib/top/parts/b.ts", to: "lib/top/parts/deep/c.ts" },
    { from: "lib/top/parts/deep/c.ts", to: "lib/top/d.ts" },
    { from: "lib/low/base/x.test.ts", to: "lib/low/y.ts" },
    { from: "lib/low/y.ts", to: "lib/low/base/x.ts" },
    { from: "lib/words.ts", to: "lib/low/y.ts" },
  ];
  expect(listCircles(layers, imports)).toEqual([
    [
      "a circle of folders: lib/top → lib/top/parts → lib/top/parts/deep → lib/top",
      "  lib/top/a.ts imports lib/top/parts/b.ts",
      "  lib/top/parts/b.ts imports lib/top/parts/deep/c.ts",
      "  lib/top/parts/deep/c.ts imports lib/top/d.ts",
    ].join("\n"),
  ]);
});
