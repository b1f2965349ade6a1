import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type BuildOptions, build, context, type Metafile } from "esbuild";
import { publicFolders } from "@/lib/urls";

/** A script of readers' pages before it is written: its entry, and what that loads when it is used. */
export interface BundledScript {
  files: { name: string; contents: Uint8Array }[];
  metafile: Metafile;
}

/** An entry of `NAME.js`, in the folder of the component that it is for. */
const entryName = /^(.+)\.entry\.client\.ts$/;

/** Entries by name; paths are relative to the project. */
export function listEntries(root: string): Map<string, string> {
  const files = readdirSync(path.join(root, "components"), { recursive: true, encoding: "utf8" });
  const found = files.flatMap((file): [string, string][] => {
    const name = entryName.exec(path.basename(file))?.[1];
    return name === undefined ? [] : [[name, path.join("components", file)]];
  });
  return new Map(found.sort());
}

/**
 * Scripts as browsers get them, by name. Each is bundled by itself: what two had in common would be a file of its own, which
 * a page would have to wait for once more.
 */
export async function bundleScripts(root: string): Promise<Map<string, BundledScript>> {
  const folder = path.join(root, "public");
  const bundled = [...listEntries(root)].map(async ([name, entry]) => {
    const { outputFiles, metafile } = await build({
      ...optionsOf(root, { [name]: entry }),
      outdir: folder,
      write: false,
      metafile: true,
    });
    const files = outputFiles.map((file) => ({
      name: path.relative(folder, file.path),
      contents: file.contents,
    }));
    return [name, { files, metafile }] as const;
  });
  return new Map(await Promise.all(bundled));
}

/** Names a state of the scripts by what is in their files. */
export function nameVersion(scripts: ReadonlyMap<string, BundledScript>): string {
  const hash = createHash("sha256");
  for (const { files } of scripts.values()) {
    for (const { name, contents } of files) hash.update(name).update("\0").update(contents);
  }
  return hash.digest("hex").slice(0, 10);
}

/**
 * Writes the scripts of this state of the code, as a whole or not at all, unless they are there.
 * @returns the variable by which Next's configuration is told where they are
 */
export async function writeScripts(root: string): Promise<ScriptsVariable> {
  const scripts = await bundleScripts(root);
  const version = nameVersion(scripts);
  const target = path.join(folderOf(root), version);
  if (existsSync(target)) return { MASTHEAD_SCRIPTS: version };
  const draft = `${target}.${process.pid}.tmp`;
  mkdirSync(draft, { recursive: true });
  for (const { files } of scripts.values()) {
    for (const { name, contents } of files) writeFileSync(path.join(draft, name), contents);
  }
  try {
    renameSync(draft, target);
  } catch (thrown) {
    rmSync(draft, { recursive: true, force: true });
    // Another site that starts from the same folder may have been faster.
    if (!existsSync(target)) throw thrown;
  }
  return { MASTHEAD_SCRIPTS: version };
}

interface ScriptsVariable extends Record<string, string> {
  MASTHEAD_SCRIPTS: string;
}

/** Removes what other builds have made; not what `npm run dev` may be using. */
export function removeOtherScripts(root: string, { MASTHEAD_SCRIPTS }: ScriptsVariable): void {
  const folder = folderOf(root);
  for (const name of readdirSync(folder)) {
    if (name === MASTHEAD_SCRIPTS || name === developmentVersion) continue;
    const other = path.join(folder, name);
    if (statSync(other).isDirectory()) rmSync(other, { recursive: true });
  }
}

/** Always in the same place, and never kept by browsers. */
const developmentVersion = "dev";

/** Bundles the scripts for development, and again whenever one of their sources is saved; says itself what is wrong. */
export async function watchScripts(root: string): Promise<ScriptsVariable> {
  const outdir = path.join(folderOf(root), developmentVersion);
  rmSync(outdir, { recursive: true, force: true });
  for (const [name, entry] of listEntries(root)) {
    const watched = await context({
      ...optionsOf(root, { [name]: entry }),
      outdir,
      minify: false,
      sourcemap: "linked",
      logLevel: "warning",
    });
    await watched.watch();
  }
  return { MASTHEAD_SCRIPTS: developmentVersion };
}

const folderOf = (root: string) => path.join(root, "public", publicFolders.scripts);

/** For browsers that know modules and load some of them later, of 2020 and after. */
const optionsOf = (root: string, entryPoints: Record<string, string>) =>
  ({
    absWorkingDir: root,
    entryPoints,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: "es2020",
    minify: true,
    charset: "utf8",
    chunkNames: "[name]-[hash]",
    logLevel: "error",
  }) satisfies BuildOptions;
