import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

/** The thread that compiles posts: what it is made of is the compiler, and nothing else is. */
export const compilerEntry = "lib/ingest/compile-worker.ts";

/**
 * What a module is made of.
 * @typedef {object} Parts
 * @property {string[]} files our own, relative to the project
 * @property {string[]} packages as the lock file names their places: `node_modules/…`
 */

/**
 * A module and all that it imports, as the bundler tells it, those packages included that it leaves where they are.
 * @param {Pick<import("esbuild").Metafile, "inputs">} metafile
 * @param {string} entry
 * @returns {Parts}
 */
export function listParts({ inputs }, entry) {
  /** @type {Set<string>} */
  const files = new Set();
  /** @type {Set<string>} */
  const packages = new Set();
  const reached = new Set([entry]);
  for (const file of reached) {
    const place = packagePlace(file);
    if (place === undefined) files.add(file);
    else packages.add(place);
    const found = inputs[file];
    if (!found) throw new Error(`the bundler doesn't know ${file}`);
    for (const { path: imported, external } of found.imports) {
      if (!external) reached.add(imported);
      else packages.add(packagePlace(`node_modules/${imported}`) ?? imported);
      // Which files that is, the bundler doesn't tell.
      if (imported.includes("*")) throw new Error(`${file} imports by a pattern, ${imported}`);
    }
  }
  return { files: [...files].sort(), packages: [...packages].sort() };
}

/** @param {string} file @returns {string | undefined} */
const packagePlace = (file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

/**
 * Our own files count by their bytes. Packages count by the version and the checksum that the lock file gives: what
 * commands are made from follows from the lock file as well, and two thousand files need not be read for it.
 * @param {Parts} parts
 * @param {{ readFile: (file: string) => string | Uint8Array, lock: string }} given of the project: a file's bytes, and
 *   the text of its lock file
 * @returns {string}
 */
export function fingerprintParts({ files, packages }, { readFile, lock }) {
  /** @type {{ packages: Record<string, { version?: string, integrity?: string }> }} */
  const locked = JSON.parse(lock);
  // Where npm has put a package changes nothing in it.
  const versions = packages.flatMap((place) => {
    const { version, integrity } = locked.packages[place] ?? {};
    // Node's own modules.
    if (version === undefined) return [];
    return [`${place.replace(/^.*node_modules\//, "")} ${version} ${integrity}\0`];
  });
  const hash = createHash("sha256").update([...new Set(versions)].sort().join(""));
  for (const file of files) hash.update(`${file}\0`).update(readFile(file)).update("\0");
  return hash.digest("hex").slice(0, 20);
}

/**
 * @param {string} root absolute path of the project
 * @param {Pick<import("esbuild").Metafile, "inputs">} metafile
 */
export const fingerprintCompiler = (root, metafile) =>
  fingerprintParts(listParts(metafile, compilerEntry), {
    readFile: (file) => readFileSync(path.join(root, file)),
    lock: readFileSync(path.join(root, "package-lock.json"), "utf8"),
  });
