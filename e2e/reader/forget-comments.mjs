import { rmSync } from "node:fs";

/** Before the site starts: what earlier runs wrote would push new comments onto later pages. */

for (const end of ["", "-wal", "-shm"]) {
  rmSync(`.masthead/comments-e2e.db${end}`, { force: true });
}
