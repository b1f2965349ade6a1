import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What `vercel build` leaves in `.vercel/output`, as its Build Output API describes it. */

/** Unpacked bytes of a function's files. */
const functionLimit = 250 * 1000 * 1000;

/**
 * Every function's own folder; routes that share one link to it.
 * @param {string} output
 */
export function listFunctions(output) {
  const functions = path.join(output, "functions");
  return readdirSync(functions, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith(".func"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * The files of a function: its own, and those of the project that it names.
 * @param {string} project
 * @param {string} folder of the function
 * @returns {{ handler: string, files: Map<string, string> }} path inside the function → path on this disk
 */
export function readFunction(project, folder) {
  const { handler, filePathMap = {} } = JSON.parse(
    readFileSync(path.join(folder, ".vc-config.json"), "utf8"),
  );
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === ".vc-config.json") continue;
    const full = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, full), full);
  }
  for (const [name, source] of Object.entries(filePathMap)) {
    files.set(name, path.join(project, String(source)));
  }
  return { handler, files };
}

/** @param {Map<string, string>} files */
export const sizeOfFiles = (files) =>
  [...files.values()].reduce((sum, file) => sum + statSync(file).size, 0);

/**
 * Puts a function where nothing else is, as the platform does.
 * @param {Map<string, string>} files
 * @param {string} target
 */
export function unpackFunction(files, target) {
  for (const [name, source] of files) {
    const file = path.join(target, name);
    mkdirSync(path.dirname(file), { recursive: true });
    cpSync(source, file, { dereference: true, recursive: true });
  }
}

/**
 * Everything that is wrong with the output.
 * @param {string} project
 * @param {string} output
 * @returns {string[]}
 */
export function findFaults(project, output) {
  const faults = [];
  const sizes = listFunctions(output).map((folder) =>
    sizeOfFiles(readFunction(project, folder).files),
  );
  const tooLarge = sizes.filter((bytes) => bytes > functionLimit);
  if (tooLarge.length > 0) {
    const megabytes = Math.round(Math.max(...tooLarge) / 1e6);
    faults.push(
      `${tooLarge.length} functions have up to ${megabytes} MB, of 250: keep the content store on a server (CONTENT_DATABASE_URL)`,
    );
  }
  const { files } = readFunction(project, findPostFunction(output));
  const names = [...files.keys()];
  if (!names.some((name) => /^\.masthead\/content.*\.db$/.test(name))) {
    faults.push("the function of posts has no content store");
  }
  if (!names.some((name) => /@libsql\/linux-x64-gnu\/index\.node$/.test(name))) {
    faults.push("the function of posts has no libSQL for Vercel's machines");
  }
  if (names.some((name) => /-(journal|wal|shm)$/.test(name))) {
    faults.push("the content store was shipped while it was being written");
  }
  const posts = path.join(output, "functions/posts");
  const prerendered = readdirSync(posts).filter((name) =>
    name.endsWith(".prerender-fallback.html"),
  );
  if (prerendered.length === 0) faults.push("no post was prerendered");
  if (!existsSync(path.join(posts, "[slug].prerender-config.json"))) {
    faults.push("posts that weren't prerendered are not kept (no ISR)");
  }
  const { crons = [] } = JSON.parse(readFileSync(path.join(output, "config.json"), "utf8"));
  if (!crons.some((/** @type {{ path: string }} */ cron) => cron.path === "/api/due")) {
    faults.push("nobody looks whether a scheduled post is due");
  }
  return faults;
}

/** @param {string} output */
export const findPostFunction = (output) => path.join(output, "functions/posts/[slug].func");

/**
 * Slugs of posts that the build has rendered.
 * @param {string} output
 */
export const listPrerenderedSlugs = (output) =>
  readdirSync(path.join(output, "functions/posts"))
    .filter((name) => name.endsWith(".prerender-fallback.html"))
    .map((name) => name.slice(0, -".prerender-fallback.html".length));
