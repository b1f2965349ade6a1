import { declareCommand } from "../arguments/declare-command.mjs";

/** Commands for those who write: what goes into the content folder, and from it to readers. */

export const content = declareCommand({
  call: "npm run content",
  about:
    "Brings the content store up to date with the content folder; only files that have changed are compiled.",
  options: {
    json: { type: "boolean", about: "prints one line for machines" },
    empty: {
      type: "boolean",
      about: "it is meant that a folder of many files holds none any more, or few",
    },
  },
  examples: [
    ["npm run content", "says what it does, and what is wrong with which file"],
    ["npm run content -- --json", '{"files":…,"compiled":…,"problems":…,"ms":…}'],
  ],
  exits: {
    0: "the store is up to date; files with mistakes are named and left out",
    1: "it is not, and the last line says why; or a file with a mistake is newer than what readers see of it",
  },
});

export const check = declareCommand({
  call: "npm run check",
  about: "Every problem of every file, as path:line:column with what to do; changes nothing.",
  operands: {
    name: "PATH",
    least: 0,
    most: Number.POSITIVE_INFINITY,
    about: "limits what is listed to these files and folders",
  },
  options: {
    json: {
      type: "boolean",
      about: "one JSON object a line: path, line, column, severity, message, remedy",
    },
    all: { type: "boolean", about: "also what is said of more than a few files in the same words" },
  },
  examples: [
    ["npm run check", "the whole folder"],
    ["npm run check -- content/posts/2024", "what concerns the files of one folder"],
    ["npm run check -- --json", "for programs"],
  ],
  exits: { 0: "there are no errors", 1: "there are errors, or the folder can't be read" },
});

export const newPost = declareCommand({
  call: "npm run new",
  about:
    "Makes a file for a new post, a draft with its front matter, and prints its path. It has an id, so that it can be moved and renamed.",
  operands: {
    name: "TITLE",
    least: 1,
    most: Number.POSITIVE_INFINITY,
    about: "of the post; several words need no quotation marks",
  },
  options: {},
  examples: [
    ['npm run new -- "The title"', "content/posts/2026/2026-01-31-the-title.md"],
    ['npm run new -- -- "--title"', "a title that begins with a dash"],
  ],
  exits: { 0: "the file is there", 1: "it could not be made, or was there already" },
});

export const publish = declareCommand({
  call: "npm run publish",
  about:
    "Brings the content store up to date, refreshes the pages of the running site that show a change, and says which.",
  options: {
    site: {
      type: "string",
      multiple: true,
      value: "URL",
      about:
        "a running site to refresh; without it those that run in this folder, else the one at SITE_URL",
    },
    wait: { type: "boolean", about: "comes back when the new pages are really served" },
    watch: {
      type: "boolean",
      about: "publishes again whenever a file is saved, until it is stopped",
    },
    pull: {
      type: "boolean",
      about: "first brings the content folder up to date with its Git repository",
    },
    json: { type: "boolean", about: "prints one line for machines" },
  },
  examples: [
    ["npm run publish -- --watch", "a saved file is on the site in a second"],
    ["npm run publish -- --pull --wait", "for a scheduled job"],
    ["npm run publish -- --site http://10.0.0.1:3000", "a site elsewhere; wants REVALIDATE_SECRET"],
  ],
  exits: {
    0: "every site shows the present state",
    1: "the content could not be brought in, or a site not be refreshed, or a file with a mistake is newer than what readers see of it",
  },
});
