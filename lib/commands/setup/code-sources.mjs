import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What commands are made from. */
const sources = [
  "lib",
  "contentlayer.config.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/**
 * Of all that could change what a command does: by bytes, since times say little after a checkout.
 * @param {string} root absolute path of the project
 */
export function fingerprintCode(root) {
  const hash = createHash("sha256").update(process.version);
  for (const file of listSources(root)) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, 20);
}

/** How long a file must have rested before its dates are believed, in milliseconds. */
const resting = 2000;

/**
 * The dates of the same files: while they stay the same, so does the fingerprint.
 * @param {string} root absolute path of the project
 * @returns {string | undefined} nothing where one has changed a moment ago
 */
export function stampCode(root) {
  const freshest = Date.now() - resting;
  const hash = createHash("sha256");
  for (const file of listSources(root)) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(path.join(root, file));
    if (ctimeMs > freshest) return undefined;
    hash.update(`${file}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\0`);
  }
  return hash.digest("hex");
}

/** @param {string} root */
const listSources = (root) => sources.flatMap((entry) => listFiles(root, entry)).sort();

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function listFiles(root, entry) {
  if (path.extname(entry) !== "") return [entry];
  return readdirSync(path.join(root, entry), { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile() && /(?<!\.test)\.(?:tsx?|mjs)$/.test(found.name))
    .map((found) => path.relative(root, path.join(found.parentPath ?? found.path, found.name)));
}
