import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { z } from "zod";
import { isProcessAlive } from "@/lib/is-process-alive";

/**
 * Sites that `npm start` serves from this folder, so that `npm run publish` finds them and may refresh them without
 * anything being set up: who can read the folder can read the secret, and nobody else.
 */

const folder = ".masthead/running";

/** `databaseUrl` tells sites apart that show different content from one project. */
const format = z.object({
  /** Of the process that serves. */
  pid: z.int(),
  port: z.int(),
  /** As it stands in its address; unset where it is `localhost`. */
  host: z.string().optional(),
  secret: z.string(),
  databaseUrl: z.string(),
  /** Absolute path of what it shows; unset for a site of earlier code, as what follows. */
  contentDirectory: z.string().optional(),
  /** Where it takes the work of `npm run publish`, relative to the project; unset where it doesn't. */
  door: z.string().optional(),
});

export type RunningSite = z.infer<typeof format>;

export const createSecret = (): string => randomBytes(32).toString("base64url");

/**
 * Notes that a process serves the site.
 * @param root absolute path of the project
 * @returns takes the note back
 */
export function noteRunningSite(root: string, site: RunningSite): () => void {
  const file = path.join(root, folder, `${site.port}.json`);
  mkdirSync(path.dirname(file), { recursive: true });
  // What a killed server left may have been made readable to others.
  rmSync(file, { force: true });
  writeFileSync(file, JSON.stringify(site), { mode: 0o600 });
  return () => rmSync(file, { force: true });
}

/**
 * Sites that show what a store holds.
 * @param root absolute path of the project
 */
export async function listRunningSites(root: string, databaseUrl: string): Promise<RunningSite[]> {
  const sites = await listSitesOfFolder(root);
  return sites.filter((site) => site.databaseUrl === databaseUrl);
}

/**
 * Sites that are served from this folder, whatever they show. A note that a killed server left behind counts for nothing:
 * its secret must not go to whoever listens there now.
 * @param root absolute path of the project
 */
export async function listSitesOfFolder(root: string): Promise<RunningSite[]> {
  const notes = path.join(root, folder);
  const noted = listNotes(notes).flatMap((name) => readNote(path.join(notes, name)) ?? []);
  const sites = noted.filter(({ pid }) => isProcessAlive(pid));
  const listening = await Promise.all(sites.map(isListening));
  return sites.filter((_, index) => listening[index]);
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

function isListening({ host = "localhost", port }: RunningSite): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host.replace(/^\[|\]$/g, ""));
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
