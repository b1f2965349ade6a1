import { readdirSync, readFileSync, statSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";

/** Where sites note that they run here (site/running-sites.ts). */
const folder = ".masthead/running";

/** So long an answer may take at first, in milliseconds: the process that does the work may have to be started. */
const patience = 5000;

/**
 * What a site has noted that this needs.
 * @typedef {{ door: string, secret: string, contentDirectory: string, databaseUrl: string }} Note
 */

/**
 * Hands the work of `npm run publish` to the site that runs here, which has everything loaded. Nothing that takes long to load
 * is imported here.
 * @param {string} root absolute path of the project
 * @param {readonly string[]} args
 * @returns {Promise<number | undefined>} the exit code; nothing where this process has to do it by itself
 */
export async function handOver(root, args) {
  for (const note of listNotes(path.join(root, folder))) {
    if (!isOurs(note, root)) continue;
    // Of a socket only a short path can be named.
    const door = path.relative(process.cwd(), path.join(root, note.door));
    const code = await ask({ ...note, door }, args);
    if (code !== undefined) return code;
  }
  return undefined;
}

/**
 * @param {string} notes
 * @returns {Note[]} of sites of the same user, who alone can do what this process could
 */
function listNotes(notes) {
  try {
    return readdirSync(notes)
      .filter((name) => name.endsWith(".json"))
      .flatMap((name) => readNote(path.join(notes, name)) ?? []);
  } catch {
    // No site has ever run here, or another user's: that way is closed.
    return [];
  }
}

/**
 * @param {string} file
 * @returns {Note | undefined}
 */
function readNote(file) {
  if (statSync(file).uid !== process.getuid?.()) return undefined;
  const { door, secret, contentDirectory, databaseUrl } = JSON.parse(readFileSync(file, "utf8"));
  return [door, secret, contentDirectory, databaseUrl].every((value) => typeof value === "string")
    ? { door, secret, contentDirectory, databaseUrl }
    : undefined;
}

/**
 * Whether a site shows this folder; it looks itself whether all else is the same.
 * @param {Note} note
 * @param {string} root
 */
function isOurs({ contentDirectory, databaseUrl }, root) {
  const { CONTENT_DIR, CONTENT_DATABASE_URL: url } = process.env;
  const directory = path.resolve(root, CONTENT_DIR?.trim() || "content");
  return contentDirectory === directory && (!url?.trim() || url === databaseUrl);
}

/**
 * @param {Note} note
 * @param {readonly string[]} args
 * @returns {Promise<number | undefined>}
 */
function ask({ door, secret }, args) {
  return new Promise((resolve) => {
    let isAccepted = false;
    const socket = connect(door);
    const give = (/** @type {number | undefined} */ code) => {
      clearTimeout(timer);
      process.off("SIGINT", stop);
      socket.destroy();
      resolve(code);
    };
    const timer = setTimeout(give, patience, undefined);
    const stop = () => {
      console.log("content: stopped; what is done stays, and the next run goes on from here");
      // The other side hears of it, and stops too.
      process.exit(130);
    };
    socket.on("error", () => give(undefined));
    socket.on("close", () => {
      if (isAccepted) {
        console.error("masthead: the process beside the site has ended; publishing without it");
      }
      give(undefined);
    });
    const lines = createInterface({ input: socket });
    // It tells of them once more.
    lines.on("error", () => give(undefined));
    lines.on("line", (line) => {
      const frame = JSON.parse(line);
      if (typeof frame.out === "string") process.stdout.write(frame.out);
      else if (typeof frame.err === "string") process.stderr.write(frame.err);
      else if (frame.accepted === true) {
        isAccepted = true;
        clearTimeout(timer);
        process.once("SIGINT", stop);
      } else if (typeof frame.exit === "number") {
        isAccepted = false;
        give(frame.exit);
      } else give(undefined);
    });
    socket.write(`${JSON.stringify(describeJob(secret, args))}\n`);
  });
}

/**
 * @param {string} secret
 * @param {readonly string[]} args
 */
const describeJob = (secret, args) => ({
  secret,
  args,
  variables: process.env,
  node: process.version,
  ...(process.stdout.isTTY ? { columns: process.stdout.columns || 80 } : {}),
});
