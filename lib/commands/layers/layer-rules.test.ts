import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { cruise } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { expect, it, onTestFinished } from "vitest";
import { buildLayerRules } from "./layer-rules.mjs";

const layers = {
  "lib/top": { does: "", uses: ["lib/middle", "lib/words.ts"] },
  "lib/middle": { does: "", uses: ["lib/middle/base"] },
  "lib/middle/base": { does: "", uses: [], inTests: ["lib/top"] },
  "lib/words.ts": { does: "", uses: [] },
};

/** What the rules say of files, each with what it imports: `from → to: rule`. */
async function judge(files: Record<string, readonly string[]>): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "layers-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, imports] of Object.entries(files)) {
    const place = path.join(folder, file);
    mkdirSync(path.dirname(place), { recursive: true });
    const lines = imports.map((other) => {
      const relative = path.relative(path.dirname(file), other).replace(/\.ts$/, "");
      return `import type {} from "${relative.startsWith(".") ? relative : `./${relative}`}";\n`;
    });
    writeFileSync(place, `${lines.join("")}export {};\n`);
  }
  const { output } = await cruise(
    ["lib"],
    {
      baseDir: folder,
      validate: true,
      ruleSet: { forbidden: buildLayerRules(layers) },
      tsPreCompilationDeps: true,
    },
    {},
    { tsConfig: extractTSConfig("tsconfig.json") },
  );
  if (typeof output === "string") throw new Error(output);
  return output.summary.violations.map(({ from, to, rule }) => `${from} → ${to}: ${rule.name}`);
}

const house = {
  "lib/top/a.ts": ["lib/middle/b.ts", "lib/words.ts"],
  "lib/top/deeper/e.ts": ["lib/top/a.ts"],
  "lib/middle/b.ts": ["lib/middle/base/c.ts"],
  "lib/middle/base/c.ts": [],
  "lib/words.ts": [],
};

it("lets each layer use what its line in the table says", async () => {
  expect(await judge(house)).toEqual([]);
});

it("names an arrow that isn't in the table: up, beside, or past a layer", async () => {
  const found = await judge({
    ...house,
    "lib/middle/up.ts": ["lib/top/a.ts"],
    "lib/words.ts": ["lib/middle/b.ts"],
    "lib/top/past.ts": ["lib/middle/base/c.ts"],
  });
  expect(found.sort()).toEqual([
    "lib/middle/up.ts → lib/top/a.ts: lib/middle",
    "lib/top/past.ts → lib/middle/base/c.ts: lib/top",
    "lib/words.ts → lib/middle/b.ts: lib/words.ts",
  ]);
});

it("lets tests use what is below, what stands in for the real thing, and what their line says", async () => {
  const found = await judge({
    ...house,
    "lib/top/temporary-top.ts": ["lib/middle/b.ts"],
    "lib/top/a.test.ts": ["lib/middle/base/c.ts"],
    "lib/middle/base/c.test.ts": ["lib/top/a.ts"],
    "lib/words.test.ts": ["lib/words.ts", "lib/top/temporary-top.ts"],
    "lib/middle/b.test.ts": ["lib/top/a.ts"],
    "lib/middle/testing/d.ts": ["lib/middle/base/c.ts"],
    "lib/middle/d.test.ts": ["lib/middle/testing/d.ts"],
    "lib/top/b.ts": ["lib/top/temporary-top.ts"],
  });
  expect(found.sort()).toEqual([
    "lib/middle/b.test.ts → lib/top/a.ts: tests of lib/middle",
    "lib/top/b.ts → lib/top/temporary-top.ts: stand-ins-are-for-tests",
  ]);
});

it("names files of a folder that is in no layer, also inside of one whose folders are layers", async () => {
  const found = await judge({
    ...house,
    "lib/new/a.ts": ["lib/words.ts"],
    "lib/middle/other/a.ts": ["lib/middle/base/c.ts"],
  });
  expect(found.sort()).toEqual([
    "lib/middle/other/a.ts → lib/middle/base/c.ts: every-file-has-a-layer",
    "lib/new/a.ts → lib/words.ts: every-file-has-a-layer",
  ]);
});
