import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setImmediate } from "node:timers/promises";
import { type ArchivePlan, createArchive } from "@/lib/bench/archive/archive";

interface WriteOptions {
  /** Stops between two files, and takes away what has been written. */
  signal: AbortSignal;
  /** Called now and then. */
  onProgress: (done: number, total: number) => void;
}

interface WrittenArchive {
  files: number;
  bytes: number;
}

/**
 * Writes an archive to a folder that isn't there yet; it appears under its name only when it is complete.
 * @throws Error where the folder is there, can't be written, or two posts would get one path
 */
export async function writeArchive(
  folder: string,
  plan: ArchivePlan,
  { signal, onProgress }: WriteOptions,
): Promise<WrittenArchive> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    const written = await writeFiles(unfinished, plan, { signal, onProgress });
    await rename(unfinished, folder);
    return written;
  } catch (thrown) {
    await rm(unfinished, { recursive: true, force: true });
    throw thrown;
  }
}

async function writeFiles(
  folder: string,
  plan: ArchivePlan,
  { signal, onProgress }: WriteOptions,
): Promise<WrittenArchive> {
  const archive = createArchive(plan);
  const folders = new Set<string>();
  let bytes = 0;
  for (let index = 0; index < archive.posts; index += 1) {
    const file = archive.file(index);
    const target = path.join(folder, file.path);
    const parent = path.dirname(target);
    if (!folders.has(parent)) await mkdir(parent, { recursive: true });
    folders.add(parent);
    // Never over another post.
    await writeFile(target, file.bytes, { flag: "wx" });
    bytes += file.bytes.length;
    if (index % 500 !== 499) continue;
    onProgress(index + 1, archive.posts);
    await setImmediate();
    signal.throwIfAborted();
  }
  return { files: archive.posts, bytes };
}
