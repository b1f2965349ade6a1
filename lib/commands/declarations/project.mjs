import { declareCommand } from "../arguments/declare-command.mjs";

/** Commands for those who work on the code. */

export const test = declareCommand({
  call: "npm test",
  about:
    "Installs what is missing, Chromium too, then runs everything that continuous integration checks; a failure doesn't keep the rest from running.",
  options: {},
  examples: [["CHROMIUM_PATH=/opt/chromium/chrome npm test", "with a browser of one's own"]],
  exits: { 0: "all has passed", 1: "something has failed; it is named at the end" },
});

export const layers = declareCommand({
  call: "npm run layers",
  about:
    "Whether every import keeps to the layers of lib/layers.mjs, and whether that table is true.",
  options: {
    write: { type: "boolean", about: "brings the map in lib/README.md up to date with the table" },
  },
  examples: [["npm run layers -- --write", "after a change of the table"]],
  exits: { 0: "no faults", 1: "faults; each is named" },
});

export const verifyVercel = declareCommand({
  call: "npm run verify:vercel",
  about:
    "What Vercel makes of this project, without Vercel: builds it twice as Vercel does, checks what comes out, and asks functions of it for posts. Fetches Vercel's command once (360 MB).",
  options: {},
  examples: [],
  exits: { 0: "it is as it should be", 1: "it is not; what is wrong is named" },
});
