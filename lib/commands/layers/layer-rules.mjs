import { forTests, listBelow, patternOf, standIns } from "./layer-paths.mjs";

/** @typedef {import("./layer-paths.mjs").Layers} Layers */

/** Files of ours: what a layer may use is said of these alone. */
const ours = "^(?:app|components|lib|e2e|\\.contentlayer)/|^[^/]+\\.(?:ts|tsx|mjs)$";

/**
 * Rules for dependency-cruiser: each layer may use what the table says, and nothing else.
 * @param {Layers} layers
 */
export const buildLayerRules = (layers) => [
  {
    name: "every-file-has-a-layer",
    comment: 'say in lib/layers.mjs what the folder does, and in "uses" what it may use',
    severity: /** @type {const} */ ("error"),
    from: { path: ours, pathNot: Object.keys(layers).map((layer) => patternOf(layers, layer)) },
    to: { path: ours },
  },
  {
    name: "stand-ins-are-for-tests",
    comment: "what stands in for the real thing in tests is no part of the site",
    severity: /** @type {const} */ ("error"),
    from: { pathNot: forTests },
    to: { path: standIns },
  },
  ...Object.entries(layers).flatMap(([layer, { uses, inTests = [] }]) => [
    ruleOf(layers, layer, {
      name: layer,
      allowed: uses,
      from: { path: patternOf(layers, layer), pathNot: forTests },
    }),
    ruleOf(layers, layer, {
      name: `tests of ${layer}`,
      allowed: [...listBelow(layers, layer), ...inTests],
      from: { path: patternOf(layers, layer).replace("^", `^(?=.*(?:${forTests}))`) },
      also: [standIns],
    }),
  ]),
];

/**
 * @param {Layers} layers
 * @param {string} layer
 * @param {{ name: string, allowed: readonly string[], from: { path: string, pathNot?: string }, also?: readonly string[] }} rule
 */
const ruleOf = (layers, layer, { name, allowed, from, also = [] }) => ({
  name,
  comment: describe(name, allowed),
  severity: /** @type {const} */ ("error"),
  from,
  to: {
    path: ours,
    pathNot: [...[layer, ...allowed].map((each) => patternOf(layers, each)), ...also],
  },
});

/** @type {(name: string, allowed: readonly string[]) => string} */
const describe = (name, allowed) =>
  `lib/layers.mjs lets ${name} use ${allowed.length === 0 ? "nothing else of ours" : `${allowed.join(", ")}`}. ` +
  "Hand it in from above, or move what both need below them; where the arrow does run down, add the layer there";
