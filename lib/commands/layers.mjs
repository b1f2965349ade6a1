import { readFileSync, writeFileSync } from "node:fs";
import { cruise } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { layers, map } from "../layers.mjs";
import { takeArguments } from "./arguments/take-arguments.mjs";
import { layers as declaration } from "./declarations/project.mjs";
import { replaceMap } from "./layers/describe-map.mjs";
import { listCircles, listIdleEntries, listStrays } from "./layers/list-faults.mjs";

/**
 * `npm run layers`: whether every import keeps to lib/layers.mjs, and whether the table is true. `-- --write` brings the map
 * in lib/README.md up to date with it.
 */

/** Where our code is; dependency-cruiser looks through folders by itself. */
const roots = [
  ...["app", "components", "lib", "deploy", "e2e", ".dependency-cruiser.mjs"],
  ...["contentlayer.config.ts", "instrumentation-client.ts", "instrumentation.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "vitest.config.ts"],
];

const { write } = takeArguments(declaration).values;
if (write) {
  const readme = "lib/README.md";
  writeFileSync(readme, replaceMap(readFileSync(readme, "utf8"), map));
}

const options = await extractDepcruiseOptions("./.dependency-cruiser.mjs");
const tsConfig = extractTSConfig("./tsconfig.json");
const { output } = await cruise(roots, options, {}, { tsConfig });
if (typeof output === "string") throw new Error("dependency-cruiser gave a text for its findings");

const isOurs = (/** @type {string} */ file) =>
  !file.startsWith("node_modules/") && /\.(?:ts|tsx|mjs)$/.test(file);
const modules = output.modules.filter(({ source }) => isOurs(source));
const files = modules.map(({ source }) => source);
const imports = modules.flatMap(({ source, dependencies }) =>
  dependencies
    .filter(({ resolved }) => isOurs(resolved))
    .map(({ resolved }) => ({ from: source, to: resolved })),
);

const reasons = new Map(options.ruleSet?.forbidden?.map(({ name, comment }) => [name, comment]));

/** Imports that break the same rule share its reason. @type {Map<string, string[]>} */
const broken = new Map();
for (const { from, to, rule, cycle } of output.summary.violations) {
  const way = cycle ? [from, ...cycle.map(({ name }) => name)] : [from, to];
  broken.set(rule.name, [...(broken.get(rule.name) ?? []), `  ${way.join(" → ")}`]);
}

const faults = [
  ...[...broken].map(([rule, ways]) => [`${rule}: ${reasons.get(rule)}`, ...ways].join("\n")),
  ...listStrays(layers, files),
  ...listIdleEntries(layers, files, imports),
  ...listCircles(layers, imports),
];
for (const fault of faults) console.error(fault);
console.log(`layers: ${files.length} files, ${imports.length} imports, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
