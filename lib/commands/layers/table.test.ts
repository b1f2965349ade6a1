import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { replaceMap } from "@/lib/commands/layers/describe-map.mjs";
import { findCircles } from "@/lib/commands/layers/find-circles.mjs";
import { layers, map } from "@/lib/layers.mjs";

const table = Object.entries(layers);

it("layers use layers, each named once", () => {
  const names = map.flatMap((part) => Object.keys(part.layers));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const unknown = table.flatMap(([layer, { uses, inTests = [] }]) =>
    [...uses, ...inTests].filter((other) => !(other in layers) || other === layer),
  );
  expect(unknown).toEqual([]);
});

it("no layer may reach itself through others", () => {
  expect(findCircles(new Map(table.map(([layer, { uses }]) => [layer, uses])))).toEqual([]);
});

it("nor may a folder of lib as a whole, with all the layers in it", () => {
  const wholeOf = (layer: string) => layer.split("/").slice(0, 2).join("/");
  const arrows = new Map<string, string[]>();
  for (const [layer, { uses }] of table) {
    const others = uses.map(wholeOf).filter((other) => other !== wholeOf(layer));
    arrows.set(wholeOf(layer), [...(arrows.get(wholeOf(layer)) ?? []), ...others]);
  }
  expect(findCircles(arrows)).toEqual([]);
});

it("the map in lib/README.md is the table's (npm run layers -- --write brings it up to date)", () => {
  const readme = readFileSync("lib/README.md", "utf8");
  expect(readme).toBe(replaceMap(readme, map));
});
