import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/**
 * Sites that `npm start` serves from this folder, so that `npm run publish` finds them and may refresh them without
 * anything being set up: who can read the folder can read the secret, and nobody else.
 */

const folder = ".masthead/running";

const format = z.object({ pid: z.int(), port: z.int(), secret: z.string() });

export type RunningSite = z.infer<typeof format>;

export const createSecret = (): string => randomBytes(32).toString("base64url");

/**
 * Notes that this process serves the site.
 * @param root absolute path of the project
 * @returns takes the note back
 */
export function noteRunningSite(root: string, site: Omit<RunningSite, "pid">): () => void {
  const file = path.join(root, folder, `${site.port}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  // What a killed server left may have been made readable to others.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify({ ...site, pid: process.pid }), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/** @param root absolute path of the project */
export function listRunningSites(root: string): RunningSite[] {
  const notes = path.join(root, folder);
  return listNotes(notes).flatMap((name) => {
    const site = readNote(path.join(notes, name));
    return site && isAlive(site.pid) ? [site] : [];
  });
}

function listNotes(notes: string): string[] {
  try {
    return readdirSync(notes).filter((name) => name.endsWith(".json"));
  } catch (thrown) {
    if (isMissing(thrown)) return [];
    throw thrown;
  }
}

/** Nothing where the server stops or starts at this moment. */
function readNote(file: string): RunningSite | undefined {
  try {
    return format.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch (thrown) {
    if (thrown instanceof SyntaxError || isMissing(thrown)) return undefined;
    throw thrown;
  }
}

const isMissing = (thrown: unknown): boolean =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // It is there, but another user's.
    return thrown instanceof Error && "code" in thrown && thrown.code === "EPERM";
  }
}
