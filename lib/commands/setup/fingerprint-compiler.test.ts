import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { bundleCompiler } from "@/lib/commands/setup/bundle.mjs";
import {
  compilerEntry,
  fingerprintParts,
  listParts,
  type Parts,
} from "@/lib/commands/setup/fingerprint-compiler.mjs";

const lock = readFileSync("package-lock.json", "utf8");

/** Read once each: every test reads them all. */
const texts = new Map<string, string>();
function readSource(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, "utf8");
  texts.set(file, text);
  return text;
}

let parts: Parts;
beforeAll(async () => {
  parts = listParts(await bundleCompiler(), compilerEntry);
}, 60_000);

/** Fingerprint of this project, but for the bytes of one file. */
const fingerprintWith = (changed?: string): string =>
  fingerprintParts(parts, {
    readFile: (file) => readSource(file) + (file === changed ? "\n" : ""),
    lock,
  });

/** The modules of ours that a file imports, types left aside. */
function listImports(file: string): string[] {
  const { outputText } = ts.transpileModule(readSource(file), {
    compilerOptions: { verbatimModuleSyntax: true, target: ts.ScriptTarget.ESNext },
  });
  return ts.preProcessFile(outputText).importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith("@/")) return [];
    const place = fileName.slice("@/".length);
    return [place, `${place}.ts`].filter((found) => /\.\w+$/.test(found) && existsSync(found));
  });
}

const listSources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => path.posix.join(folder, file))
    .filter((file) => /\.(?:tsx?|mjs)$/.test(file));

describe("the compiler", () => {
  it("is each module that its thread imports, by whatever way", () => {
    const reached = new Set([compilerEntry]);
    for (const file of reached) for (const imported of listImports(file)) reached.add(imported);
    expect(reached.size).toBeGreaterThan(80);
    expect(parts.files).toEqual(expect.arrayContaining([...reached]));
  });

  it("is another with a change of any of its files: declarations of fields, dialects, the allow-list, a transform", () => {
    expect(parts.files).toEqual(
      expect.arrayContaining([
        "contentlayer.config.ts",
        "lib/html/dialects/zaobao.ts",
        "lib/html/tree/sanitize.ts",
        "lib/html/transforms/wrap-tables.ts",
        "lib/store/body-codec.ts",
      ]),
    );
    const fingerprints = parts.files.map(fingerprintWith);
    expect(new Set([fingerprintWith(), ...fingerprints]).size).toBe(parts.files.length + 1);
  });

  it("is neither commands, pages and tests, nor the settings that nobody handed it", () => {
    const others = [
      ...["app", "components", "lib/commands", "lib/queries", "lib/bench"].flatMap(listSources),
      "lib/settings.ts",
      "lib/environment.ts",
    ];
    expect(others.length).toBeGreaterThan(100);
    expect(parts.files.filter((file) => others.includes(file) || /\.test\./.test(file))).toEqual(
      [],
    );
  });

  it("is the versions of its packages, wherever they were installed, and of no others", () => {
    expect(parts.packages).toEqual(
      expect.arrayContaining(["node_modules/markdown-it", "node_modules/parse5"]),
    );
    const withPackages = (change: (packages: Record<string, { version: string }>) => void) => {
      const changed: { packages: Record<string, { version: string }> } = JSON.parse(lock);
      change(changed.packages);
      return fingerprintParts(parts, { readFile: readSource, lock: JSON.stringify(changed) });
    };
    const present = fingerprintWith();
    const raise = (place: string) =>
      withPackages((packages) => {
        expect(packages[place]).toBeDefined();
        packages[place] = { ...packages[place], version: "99.0.0" };
      });
    expect(raise("node_modules/markdown-it")).not.toBe(present);
    expect(raise("node_modules/react")).toBe(present);

    const place = "node_modules/markdown-it";
    const moved = {
      ...parts,
      packages: parts.packages.map((one) => (one === place ? `node_modules/x/${place}` : one)),
    };
    const { packages } = JSON.parse(lock);
    const lockMoved = JSON.stringify({
      packages: { ...packages, [`node_modules/x/${place}`]: packages[place] },
    });
    expect(fingerprintParts(moved, { readFile: readSource, lock: lockMoved })).toBe(present);
  });
});

it("counts what is imported when it is needed, and packages that are not bundled", async () => {
  const { build } = await import("esbuild");
  const folder = mkdtempSync(path.join(tmpdir(), "parts-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files: Record<string, string> = {
    "entry.ts":
      'import "./a"; import("./later"); import "outside/deep"; import "node:fs"; import "near";',
    "a.ts": 'import type { B } from "./b"; export const a: B = 1;',
    "b.ts": "export type B = number;",
    "later.ts": 'import "./a"; export {};',
    "other.ts": 'import "./a";',
    "node_modules/near/index.js": 'import "deeper";',
    "node_modules/near/node_modules/deeper/index.js": "",
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: ["entry.ts", "other.ts"],
    outdir: "out",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    external: ["outside"],
    write: false,
    metafile: true,
  });
  const { files: own, packages } = listParts(metafile, "entry.ts");
  expect(own).toEqual(["a.ts", "entry.ts", "later.ts"]);
  expect(packages).toEqual(
    expect.arrayContaining([
      "node_modules/near",
      "node_modules/near/node_modules/deeper",
      "node_modules/outside",
    ]),
  );
});

it("refuses an import by a pattern, whose files it couldn't count", () => {
  const imports = [{ path: "./dialects/**/*.ts", kind: "dynamic-import" as const, external: true }];
  expect(() => listParts({ inputs: { "a.ts": { bytes: 0, imports } } }, "a.ts")).toThrow(
    "a.ts imports by a pattern",
  );
});
