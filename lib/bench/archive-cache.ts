import { existsSync, linkSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type ArchivePlan, archiveVersion } from "@/lib/bench/archive/archive";
import { writeArchive } from "@/lib/bench/archive/write-archive";
import type { Session } from "@/lib/bench/session";

/** A file that was changed within the last two seconds is hashed again at the next run: archives are older than that. */
const restMs = 2_100;

/** The folder of a generated archive, which stays in the system's temporary folder for the next run. */
export async function findArchive(plan: ArchivePlan, session: Session): Promise<string> {
  const name = `masthead-archive-v${archiveVersion}-${plan.kind}-${plan.posts}-${plan.seed}`;
  const folder = path.join(tmpdir(), name);
  if (existsSync(folder)) return folder;
  session.say(`generating ${plan.posts} posts in ${folder} …`);
  await writeArchive(folder, plan, {
    signal: session.resources.signal,
    onProgress: () => undefined,
  });
  return folder;
}

/**
 * A folder of an archive's files to be changed at will: links to them, so that neither takes space nor time. Whoever
 * changes a file must replace it. It stands alone in a folder of its own, which goes with the session.
 * @param wanted tells by its path which files are taken
 */
export async function createWorkingCopy(
  archive: string,
  session: Session,
  wanted: (file: string) => boolean = () => true,
): Promise<string> {
  const folder = path.join(session.resources.createFolder("content"), "content");
  const folders = new Set<string>();
  for (const entry of readdirSync(archive, { withFileTypes: true, recursive: true })) {
    const source = path.join(entry.parentPath, entry.name);
    const relative = path.relative(archive, source);
    if (!(entry.isFile() && wanted(relative))) continue;
    const target = path.join(folder, relative);
    const parent = path.dirname(target);
    if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
    folders.add(parent);
    linkSync(source, target);
  }
  await setTimeout(restMs, undefined, { signal: session.resources.signal });
  return folder;
}
