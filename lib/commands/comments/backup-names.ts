import { lstatSync, readdirSync } from "node:fs";
import path from "node:path";

/** `comments-2026-01-31T04-00-00.000Z.db`, or `.json` from a database on a server: sorted by name is sorted by time. */
const ownName = /^comments-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.(?:db|json)$/;

/** One that was being written, under a name that nobody takes for a backup. */
const unfinished = ".unfinished";

/** @param now milliseconds since 1970 UTC */
export const backupName = (now: number, kind: "db" | "json"): string =>
  `comments-${new Date(now).toISOString().replaceAll(":", "-")}.${kind}`;

export const unfinishedName = (name: string): string => `.${name}${unfinished}`;

/** Backups of a folder, oldest first; what has another name isn't ours. */
export const listBackups = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => ownName.test(name) && lstatSync(path.join(folder, name)).isFile())
    .sort();

/** What backups that were killed have left: of our names, and untouched for an hour. @param now milliseconds */
export const listUnfinished = (folder: string, now: number): string[] =>
  readdirSync(folder).filter((name) => {
    const base = name.replace(/-(?:journal|wal|shm)$/, "");
    const isOurs =
      base.startsWith(".") &&
      base.endsWith(unfinished) &&
      ownName.test(base.slice(1, -unfinished.length));
    return isOurs && now - lstatSync(path.join(folder, name)).mtimeMs > 60 * 60 * 1000;
  });
