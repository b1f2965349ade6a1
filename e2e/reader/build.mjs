import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { environment } from "./site.mjs";

/**
 * Builds as the first half of `npm start` does, where the present build is of other code, or was made for another site: one
 * of the same code would do for any site, but stories look at what the build has rendered, too.
 */

const next = fileURLToPath(new URL("../../.next", import.meta.url));
const note = path.join(next, "built-for-readers");
const build = path.join(next, "BUILD_ID");

/** @param {string} file */
const read = (file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);

if (read(note) === undefined || read(note) !== read(build)) {
  rmSync(path.join(next, "masthead-build"), { force: true });
}
const { status } = spawnSync(
  process.execPath,
  ["lib/commands/run.mjs", "lib/commands/prepare-site.ts"],
  { cwd: path.dirname(next), env: { ...process.env, ...environment }, stdio: "inherit" },
);
if (status === 0) writeFileSync(note, read(build) ?? "");
process.exit(status ?? 1);
