/** The map of lib/README.md, from the table of layers. */

/** @typedef {import("../../layers.mjs").Part} Part */

const start = "<!-- layers: made by npm run layers -- --write from lib/layers.mjs -->";
const end = "<!-- end of layers -->";

/** As the map names a layer: what is in `lib` without it, folders with a slash. @param {string} layer */
const nameOf = (layer) => {
  const name = layer.startsWith("lib/") ? layer.slice("lib/".length) : layer;
  return /\.(?:ts|tsx|mjs)$/.test(layer) ? `\`${name}\`` : `\`${name}/\``;
};

/** @param {readonly Part[]} map */
export const describeMap = (map) =>
  map
    .map(({ title, layers }) => {
      const rows = Object.entries(layers).map(
        ([layer, { does, uses }]) =>
          `| ${nameOf(layer)} | ${does} | ${uses.map(nameOf).join(", ")} |`,
      );
      return [`${title}:`, "", "| | does | may use |", "|---|---|---|", ...rows].join("\n");
    })
    .join("\n\n");

/**
 * A text with the map between its marks as the table has it.
 * @type {(readme: string, map: readonly Part[]) => string}
 */
export function replaceMap(readme, map) {
  const [before, rest] = readme.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`lib/README.md lacks the marks "${start}" and "${end}"`);
  }
  return `${before}${start}\n\n${describeMap(map)}\n\n${end}${after}`;
}
