import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { isPostFile, isSkipped } from "@/lib/ingest/list-files";
import type { Problem } from "@/lib/problem";
import { nameSpecialFile } from "@/lib/site/regular-file";

/**
 * What stands in a folder and is neither a file nor a folder of it: pipes, sockets, devices, links to nothing, to themselves,
 * out of the folder, or to a folder that is there already. None is opened; whoever has put it there expects that it is seen.
 */

/** Of many, the first ones show what is meant. */
const mostProblems = 200;

type Fault = [message: string, remedy: string];

/** @param contentDirectory absolute path; files for posts are left to who reads them, unless they are links out of it */
export function inspectContentPlaces(contentDirectory: string): Problem[] {
  return inspect(contentDirectory, contentDirectory, (name) => isSkipped(name)).filter(
    ({ path: file, message }) => !isPostFile(file) || message === outside("content")[0],
  );
}

/** @param publicDirectory absolute path; it may not be there */
export function inspectPublicPlaces(contentDirectory: string, publicDirectory: string): Problem[] {
  if (!statSync(publicDirectory, { throwIfNoEntry: false })?.isDirectory()) return [];
  return inspect(publicDirectory, contentDirectory, () => false);
}

const outside = (folder: "content" | "public"): Fault => [
  `it is a link that leads out of the ${folder} folder`,
  folder === "content"
    ? "put what it leads to in its place: elsewhere it may change or go away without anybody's notice"
    : "put a copy in its place: pictures are measured, and files deployed, from this folder alone",
];

const listedTwice: Fault = [
  "it is a link to a folder that is here already, or to one above it",
  "delete it: nothing is listed twice",
];

/** Paths of problems are relative to the content folder, wherever that is. */
function inspect(
  directory: string,
  contentDirectory: string,
  skips: (name: string) => boolean,
): Problem[] {
  const isContent = directory === contentDirectory;
  const root = realpathSync(directory);
  const problems: Problem[] = [];
  const tell = (absolute: string, [message, remedy]: Fault) => {
    const file = path.relative(contentDirectory, absolute).split(path.sep).join("/");
    problems.push({ path: file, line: 1, column: 1, severity: "warning", message, remedy });
  };
  const seen = new Set([root]);
  const pending = [directory];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of list(folder, tell)) {
      if (problems.length >= mostProblems) return problems;
      if (entry.isFile() || skips(entry.name)) continue;
      const absolute = path.join(folder, entry.name);
      const found = entry.isDirectory() ? { folder: absolute } : look(absolute);
      if ("fault" in found) tell(absolute, found.fault);
      const isLink = entry.isSymbolicLink();
      if (isLink && "real" in found && !isInside(root, found.real)) {
        tell(absolute, outside(isContent ? "content" : "public"));
      }
      if (!("folder" in found)) continue;
      const real = isLink ? found.folder : realOf(absolute);
      if (real === undefined) continue;
      if (isLink && isInside(root, real)) {
        // By its own path it is looked into as well.
        if (isContent || isInside(real, realOf(folder) ?? folder)) tell(absolute, listedTwice);
      } else if (isLink && isInside(real, root)) tell(absolute, listedTwice);
      else if (!seen.has(real)) {
        seen.add(real);
        pending.push(absolute);
      }
    }
  }
  return problems;
}

type Found = { fault: Fault } | { real: string } | { real: string; folder: string } | object;

/** What is behind a link, or what kind of special file it is. */
function look(absolute: string): Found {
  try {
    const own = lstatSync(absolute);
    const special = describeSpecial(own);
    if (special) return { fault: special };
    if (!own.isSymbolicLink()) return own.isDirectory() ? { folder: absolute } : {};
    const real = realpathSync(absolute);
    const target = statSync(real);
    const behind = describeSpecial(target);
    if (behind) return { fault: behind };
    return target.isDirectory() ? { real, folder: real } : { real };
  } catch (thrown) {
    if (!isFileSystemError(thrown)) throw thrown;
    return { fault: describeFailure(thrown) };
  }
}

function describeSpecial(stats: Stats): Fault | undefined {
  const kind = nameSpecialFile(stats);
  if (kind === undefined) return undefined;
  const message = `it is ${kind} and no file, and is never opened`;
  return [message, "delete it, or put a file in its place"];
}

function describeFailure({ code = "unknown" }: NodeJS.ErrnoException): Fault {
  if (code === "ENOENT")
    return ["it is a link to nothing (ENOENT)", "delete it, or let it lead to a file"];
  if (code === "ELOOP")
    return ["it is a link to itself (ELOOP)", "delete it, or let it lead to a file"];
  return [
    `it can't be looked at (${code})`,
    "see whether its rights and the disk are as they should be",
  ];
}

const isInside = (folder: string, real: string): boolean =>
  real === folder || real.startsWith(folder + path.sep);

function realOf(absolute: string): string | undefined {
  try {
    return realpathSync(absolute);
  } catch (thrown) {
    if (isFileSystemError(thrown)) return undefined;
    throw thrown;
  }
}

function list(folder: string, tell: (absolute: string, fault: Fault) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (thrown) {
    if (!isFileSystemError(thrown)) throw thrown;
    tell(folder, describeFailure(thrown));
    return [];
  }
}
