import path from "node:path";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { printable } from "@/lib/printable.mjs";
import { explainDatabaseFailure } from "@/lib/site/database-failures";

/** Errors whose message is already what an operator needs. */
const explained: ReadonlySet<string> = new Set([
  "EnvironmentError",
  "EmptyFolderError",
  "GitAtWorkError",
  "LeaseLostError",
  "StoreMovedError",
  "ArchiveError",
  "UsageError",
  "PortError",
]);

/**
 * What an operator can mend is said in one line: a variable, a folder that isn't there, a full disk, a database that can't
 * be used. Nothing where the error is a bug, which is better shown with its stack.
 */
export function explainError(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if (explained.has(thrown.name)) return thrown.message;
  const failure = explainDatabaseFailure(thrown);
  if (failure !== undefined) return failure;
  if (!isFileSystemError(thrown)) return undefined;
  return explainFileError(thrown);
}

/** What is wrong with a place on the disk, by the code of the system's error, and what to do where that isn't plain. */
const fileErrors: Readonly<Record<string, readonly [what: string, remedy?: string]>> = {
  ENOENT: ["is not there"],
  ENOTDIR: ["is not a folder"],
  EISDIR: ["is a folder"],
  EACCES: ["may not be used", "give the user who runs this the right to read and write there"],
  EPERM: ["may not be used", "give the user who runs this the right to read and write there"],
  EROFS: ["is on a disk that can't be written", "mount it writable, or name another folder"],
  ENOSPC: ["can't be written, its disk is full", "make room, and run the command again"],
  EDQUOT: ["can't be written, its quota is used up", "make room, and run the command again"],
  EMFILE: ["can't be opened, too many files are open", "raise the limit (ulimit -n)"],
  ELOOP: ["is a link that leads in a circle", "remove it"],
};

function explainFileError({ code = "", path: place, message }: NodeJS.ErrnoException): string {
  const [what, remedy] = fileErrors[code] ?? [];
  if (what === undefined) return message;
  const said = `${place === undefined ? "a file" : printable(place)} ${what}`;
  if (remedy !== undefined) return `${said}; ${remedy}`;
  return place !== undefined && isOfContent(place)
    ? `${said}; set CONTENT_DIR to the folder of your post files`
    : said;
}

/** Whether a path is that of the content folder, or in it; the environment may be what is wrong, so it isn't asked. */
function isOfContent(place: string): boolean {
  const fromFolder = path.relative(process.env.CONTENT_DIR || "content", place);
  return fromFolder.split(path.sep)[0] !== ".." && !path.isAbsolute(fromFolder);
}
