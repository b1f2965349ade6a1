import path from "node:path";
import { findCircles } from "./find-circles.mjs";
import { createLayerFinder, forTests } from "./layer-paths.mjs";

/**
 * What no rule about one import can tell.
 *
 * @typedef {import("./layer-paths.mjs").Layers} Layers
 *
 * @typedef {object} Import of a file of ours
 * @property {string} from
 * @property {string} to
 */

const isForTests = (/** @type {string} */ file) => new RegExp(forTests).test(file);

/**
 * Files without a layer, also those that import nothing.
 * @type {(layers: Layers, files: readonly string[]) => string[]}
 */
export function listStrays(layers, files) {
  const layerOf = createLayerFinder(layers);
  const places = files.flatMap((file) => (layerOf(file) ? [] : (outsideOf(layers, file) ?? [])));
  return [...new Set(places)].map(
    (place) =>
      `${place} is in no layer: say in lib/layers.mjs what it does, and in "uses" what it may use`,
  );
}

/** The outermost folder that no layer has a part in, or the file. @type {(layers: Layers, file: string) => string} */
function outsideOf(layers, file) {
  const folders = file.split("/").slice(0, -1);
  const paths = folders.map((_, index) => folders.slice(0, index + 1).join("/"));
  const isKnown = (/** @type {string} */ folder) =>
    Object.keys(layers).some((layer) => `${layer}/`.startsWith(`${folder}/`));
  return paths.find((folder) => !isKnown(folder)) ?? file;
}

/**
 * What the table says and the house doesn't do: layers without a file, and entries that nothing uses any more.
 * @type {(layers: Layers, files: readonly string[], imports: readonly Import[]) => string[]}
 */
export function listIdleEntries(layers, files, imports) {
  const layerOf = createLayerFinder(layers);
  const present = new Set(files.map(layerOf));
  const arrow = (/** @type {string} */ from, /** @type {string} */ to) => `${from} → ${to}`;
  const arrowsOf = (/** @type {boolean} */ areTests) =>
    new Set(
      imports
        .filter(({ from }) => isForTests(from) === areTests)
        .map(({ from, to }) => arrow(layerOf(from) ?? "", layerOf(to) ?? "")),
    );
  const used = arrowsOf(false);
  const usedInTests = arrowsOf(true);
  return Object.entries(layers).flatMap(([layer, { uses, inTests = [] }]) => [
    ...(present.has(layer) ? [] : [`${layer} has no file any more: take it out of lib/layers.mjs`]),
    ...uses
      .filter((other) => !used.has(arrow(layer, other)))
      .map((other) => `${layer} doesn't use ${other} any more: take it out of lib/layers.mjs`),
    ...inTests
      .filter((other) => !usedInTests.has(arrow(layer, other)))
      .map((other) => `no test of ${layer} uses ${other} any more: take it out of lib/layers.mjs`),
  ]);
}

/**
 * Circles of folders, small as they may be: files may be in order where their folders aren't.
 * @type {(layers: Layers, imports: readonly Import[]) => string[]}
 */
export function listCircles(layers, imports) {
  const nodeOf = (/** @type {string} */ file) => (file in layers ? file : path.posix.dirname(file));
  /** @type {Map<string, Map<string, Import>>} */
  const arrows = new Map();
  for (const each of imports) {
    const [from, to] = [nodeOf(each.from), nodeOf(each.to)];
    if (from === to || isForTests(each.from)) continue;
    const known = arrows.get(from) ?? new Map();
    if (!known.has(to)) known.set(to, each);
    arrows.set(from, known);
  }
  const circles = findCircles(new Map([...arrows].map(([from, to]) => [from, [...to.keys()]])));
  return circles.map((circle) => {
    const reasons = circle.slice(1).flatMap((to, index) => {
      const example = arrows.get(circle[index] ?? "")?.get(to);
      return example ? [`  ${example.from} imports ${example.to}`] : [];
    });
    return [`a circle of folders: ${circle.join(" → ")}`, ...reasons].join("\n");
  });
}
