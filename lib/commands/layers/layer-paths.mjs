/**
 * Which files belong to a layer, as regular expressions: dependency-cruiser's rules are made of them.
 *
 * @typedef {Readonly<Record<string, import("../../layers.mjs").Layer>>} Layers
 */

/** Files that are there for tests alone: tests, what stands in for the real thing, and stories. */
export const forTests = "\\.test\\.tsx?$|/testing/|/temporary-[^/]*\\.ts$|^e2e/";

/** Of those, what other tests may use. */
export const standIns = "/testing/|/temporary-[^/]*\\.ts$";

/** @param {string} layer */
const isFile = (layer) => /\.(?:ts|tsx|mjs)$/.test(layer);

/** @param {string} text */
const literal = (text) => text.replace(/[.()[\]*+?^$|{}\\]/g, "\\$&");

/**
 * A file and the test beside it, or all files of a folder. Where folders inside are layers themselves, all of them have to
 * be: one that is new has no layer yet.
 * @type {(layers: Layers, layer: string) => string}
 */
export function patternOf(layers, layer) {
  if (isFile(layer)) {
    const [stem = "", extension = ""] = layer.split(/\.(?=\w+$)/);
    return `^${literal(stem)}\\.(?:test\\.ts|${extension})$`;
  }
  const hasFolders = Object.keys(layers).some((other) => other.startsWith(`${layer}/`));
  return `^${literal(layer)}/${hasFolders ? "(?:testing/)?[^/]+$" : ""}`;
}

/**
 * A function that finds the layer of a file.
 * @param {Layers} layers
 * @returns {(file: string) => string | undefined}
 */
export function createLayerFinder(layers) {
  const patterns = Object.keys(layers).map((layer) => ({
    layer,
    pattern: new RegExp(patternOf(layers, layer)),
  }));
  return (file) => patterns.find(({ pattern }) => pattern.test(file))?.layer;
}

/**
 * All that is below a layer.
 * @type {(layers: Layers, layer: string) => ReadonlySet<string>}
 */
export function listBelow(layers, layer) {
  /** @type {Set<string>} */
  const below = new Set();
  const waiting = [...(layers[layer]?.uses ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (below.has(next)) continue;
    below.add(next);
    waiting.push(...(layers[next]?.uses ?? []));
  }
  return below;
}
