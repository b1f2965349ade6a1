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
 * changes a file must replace it.
 */
export async function createWorkingCopy(archive: string, session: Session): Promise<string> {
  const folder = path.join(session.resources.createFolder("content"), "content");
  for (const entry of readdirSync(archive, { withFileTypes: true, recursive: true })) {
    const target = path.join(
      folder,
      path.relative(archive, path.join(entry.parentPath, entry.name)),
    );
    if (entry.isDirectory()) mkdirSync(target, { recursive: true });
    else {
      mkdirSync(path.dirname(target), { recursive: true });
      linkSync(path.join(entry.parentPath, entry.name), target);
    }
  }
  await setTimeout(restMs, undefined, { signal: session.resources.signal });
  return folder;
}
