import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type DatabaseAddress, databaseFile, isSameAddress } from "@/lib/site/database-address";

/**
 * Whether two addresses lead to one database, by links as well, as the disk tells. Not for what Next.js bundles: it would take
 * every file of the project along.
 */
export function isSameDatabase(one: DatabaseAddress, other: DatabaseAddress): boolean {
  if (isSameAddress(one, other)) return true;
  const [file, otherFile] = [databaseFile(one), databaseFile(other)];
  return file !== undefined && otherFile !== undefined && isSameFile(file, otherFile);
}

function isSameFile(one: string, other: string): boolean {
  if (followPath(path.resolve(one)) === followPath(path.resolve(other))) return true;
  const [here, there] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return here !== undefined && here.ino === there?.ino && here.dev === there.dev;
}

/** The place itself: of a file that isn't there yet, by what of its path is. */
function followPath(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    const folder = path.dirname(place);
    return folder === place ? place : path.join(followPath(folder), path.basename(place));
  }
}
