import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";

/** Whether two addresses lead to one database, however they are spelt: a file by another path or link, a server by another scheme. */
export function isSameDatabase(one: DatabaseAddress, other: DatabaseAddress): boolean {
  const [file, otherFile] = [databaseFile(one), databaseFile(other)];
  if (file !== undefined && otherFile !== undefined) return isSameFile(file, otherFile);
  return file === otherFile && nameServer(one) === nameServer(other);
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

/** `libsql://` is `https://` by another name; what stands behind `?` are settings of the connection. */
function nameServer({ url }: DatabaseAddress): string {
  if (!URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url.replace(/^libsql:/i, "https:"));
  return `${protocol}//${host}${pathname.replace(/\/+$/, "")}`;
}
