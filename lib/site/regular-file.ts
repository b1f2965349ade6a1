import { closeSync, constants, fstatSync, openSync, type Stats, statSync } from "node:fs";

/**
 * Nothing but regular files is opened: to read a pipe or a device may take for ever, and to open one may do something. What
 * a file was when it was looked at it needn't be when it is opened, so neither is waited for.
 * @throws the system's error where there is none; EINVAL where it is something else
 */
export function openRegularFile(absolute: string): { file: number; size: number } {
  if (!statSync(absolute).isFile()) throw notRegular(absolute);
  const file = openSync(absolute, constants.O_RDONLY | constants.O_NONBLOCK);
  const stats = fstatSync(file);
  if (stats.isFile()) return { file, size: stats.size };
  closeSync(file);
  throw notRegular(absolute);
}

function notRegular(absolute: string): NodeJS.ErrnoException {
  const error: NodeJS.ErrnoException = new Error(`${absolute} is no regular file`);
  return Object.assign(error, { code: "EINVAL", syscall: "open", path: absolute });
}

type Kind = Pick<Stats, "isFIFO" | "isSocket" | "isBlockDevice" | "isCharacterDevice">;

/** What is neither a file, a folder nor a link, in the words of who has put it there; nothing for those. */
export function nameSpecialFile(entry: Kind): string | undefined {
  if (entry.isFIFO()) return "a pipe (FIFO)";
  if (entry.isSocket()) return "a socket";
  if (entry.isBlockDevice() || entry.isCharacterDevice()) return "a device";
  return undefined;
}
