import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  bundleScripts,
  listEntries,
  nameVersion,
  removeOtherScripts,
  writeScripts,
} from "@/lib/commands/build/bundle-scripts";

const here = process.cwd();

describe("the scripts of the site", () => {
  it("are those that pages load", () => {
    const pages = readdirSync("components", { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".tsx"))
      .map((file) => readFileSync(path.join("components", file), "utf8"));
    const loaded = pages.flatMap((page) =>
      [...page.matchAll(/<PageScript name="([^"]+)"/g)].map(([, name]) => name),
    );
    expect(loaded.length).toBeGreaterThan(2);
    expect([...listEntries(here).keys()]).toEqual([...new Set(loaded)].sort());
  });

  it("are small before they are used, and no part of them has to be waited for", async () => {
    for (const [name, { files, metafile }] of await bundleScripts(here)) {
      const entry = files.find((file) => file.name === `${name}.js`);
      expect(brotliCompressSync(entry?.contents ?? "").length, name).toBeLessThan(1500);
      for (const { imports } of Object.values(metafile.outputs)) {
        expect(imports.filter(({ kind }) => kind !== "dynamic-import")).toEqual([]);
      }
    }
  });

  it("hold nothing of a package", async () => {
    for (const { metafile } of (await bundleScripts(here)).values()) {
      const inputs = Object.keys(metafile.inputs);
      expect(inputs.filter((file) => !/^(?:components|lib)\//.test(file))).toEqual([]);
    }
  });
});

function createProject() {
  const root = mkdtempSync(path.join(tmpdir(), "scripts-test-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write("components/greeting/hello.entry.client.ts", "import('./more').then(console.log);");
  write("components/greeting/more.ts", "export const more = 1;");
  return { root, write };
}

it("names a state of the scripts by all that is in them", async () => {
  const { root, write } = createProject();
  const name = async () => nameVersion(await bundleScripts(root));
  const before = await name();
  expect(await name()).toBe(before);
  write("components/greeting/more.ts", "export const more = 2;");
  const changed = await name();
  expect(changed).not.toBe(before);
  // Its file has the same name whatever is in it.
  write("components/greeting/hello.entry.client.ts", "import('./more').then(alert);");
  expect(await name()).not.toBe(changed);
});

it("writes them beside those of the build before, which can be removed then", async () => {
  const { root, write } = createProject();
  write("public/scripts/kept.mjs", "");
  write("public/scripts/dev/hello.js", "");
  const first = await writeScripts(root);
  write("components/greeting/more.ts", "export const more = 2;");
  const second = await writeScripts(root);
  const list = () => readdirSync(path.join(root, "public/scripts")).sort();
  const folders = [first.MASTHEAD_SCRIPTS, second.MASTHEAD_SCRIPTS];
  expect(list()).toEqual([...folders, "dev", "kept.mjs"].sort());
  const written = readdirSync(path.join(root, "public/scripts", second.MASTHEAD_SCRIPTS));
  expect(written.filter((file) => file === "hello.js" || file.startsWith("more-"))).toHaveLength(2);
  removeOtherScripts(root, second);
  expect(list()).toEqual([second.MASTHEAD_SCRIPTS, "dev", "kept.mjs"].sort());
});

it("leaves alone what is there", async () => {
  const { root, write } = createProject();
  const { MASTHEAD_SCRIPTS } = await writeScripts(root);
  write(`public/scripts/${MASTHEAD_SCRIPTS}/mark`, "");
  await writeScripts(root);
  expect(readdirSync(path.join(root, "public/scripts", MASTHEAD_SCRIPTS))).toContain("mark");
});
