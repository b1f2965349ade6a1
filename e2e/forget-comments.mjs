import { rmSync } from "node:fs";

/** `node forget-comments.mjs FILE`: before the site starts; what earlier runs wrote would push new comments onto later pages. */

const [file = ""] = process.argv.slice(2);
for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
