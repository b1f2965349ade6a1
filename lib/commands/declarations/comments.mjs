import { declareCommand, declareGroup } from "../arguments/declare-command.mjs";

/** `npm run comments -- …`: the comments' database, for its keeper. */

const dryRun = /** @type {const} */ ({
  type: "boolean",
  about: "says what would be done, and does nothing",
});

const file = (/** @type {string} */ about) => ({ name: "FILE", least: 1, most: 1, about });

export const comments = declareGroup({
  call: "npm run comments",
  about:
    "Keeps the comments' database: moves comments in and out, erases them on request, backs them up.",
  examples: [
    ["npm run comments -- export comments.json", "everything, as JSON"],
    ["npm run comments -- import disqus.xml --dry-run", "what an import would bring"],
    ["npm run comments -- erase --email reader@example.com", "on the request of a reader"],
  ],
  commands: {
    export: declareCommand({
      call: "npm run comments -- export",
      about: "Writes all comments to a file as JSON; it holds e-mail addresses, keep it safe.",
      operands: file("that is written; only its owner can read it"),
      options: {},
      examples: [["npm run comments -- export comments.json", ""]],
      exits: { 0: "the file is complete", 1: "it is not there" },
    }),
    import: declareCommand({
      call: "npm run comments -- import",
      about:
        "Brings comments in from a file; what is here already is not stored twice, what can't be brought in is named with the reason.",
      operands: file("of `export`, Disqus's XML, or GitHub's JSON of giscus and utterances"),
      options: { "dry-run": dryRun },
      examples: [["npm run comments -- import giscus.json --dry-run", "what would be brought in"]],
      exits: { 0: "all that can be is brought in", 1: "the file can't be read" },
    }),
    erase: declareCommand({
      call: "npm run comments -- erase",
      about:
        "Takes words and writer out of comments for good; replies stay. Wants exactly one of --email, --id and --address.",
      options: {
        email: { type: "string", value: "ADDRESS", about: "all that were written with it" },
        id: { type: "string", value: "COMMENT", about: "one comment, by its id or address" },
        address: {
          type: "string",
          value: "IP",
          about: "all that came from it, as far as it is known: up to 13 weeks",
        },
        "dry-run": dryRun,
      },
      examples: [["npm run comments -- erase --email reader@example.com --dry-run", "lists them"]],
      exits: { 0: "they are erased, or there were none", 1: "they are not" },
    }),
    backup: declareCommand({
      call: "npm run comments -- backup",
      about:
        "Backs the comments up while the site runs: a database in a file as a copy of one moment, one on a server as its export. The new file is read again before old ones go. It holds e-mail addresses and keys, and what is erased later: keep it safe, and not for ever.",
      operands: {
        name: "DIR",
        least: 1,
        most: 1,
        about: "a folder for the backups of this site alone; it is made where it isn't there",
      },
      options: {
        keep: {
          type: "string",
          value: "N",
          about: "how many backups stay, the new one among them; without it all do",
        },
      },
      examples: [
        ["npm run comments -- backup /var/backups/comments --keep 14", "each night: two weeks"],
      ],
      exits: { 0: "the new backup is whole", 1: "it is not there, and no old one is gone" },
    }),
    restore: declareCommand({
      call: "npm run comments -- restore",
      about:
        "Puts a backup in the place of the comments' database, while no site runs; what was there stays beside it. Into a database on a server, which has to be empty, an export is brought.",
      operands: { name: "FILE", least: 1, most: 1, about: "of `backup` or `export`" },
      options: {
        replace: {
          type: "boolean",
          about: "it is meant that comments which are there are put aside",
        },
      },
      examples: [
        [
          "npm run comments -- restore /var/backups/comments/comments-2026-01-31T04-00-00.000Z.db",
          "on a new machine, before `npm start`",
        ],
      ],
      exits: { 0: "the comments are those of the backup", 1: "they are as they were" },
    }),
    refresh: declareCommand({
      call: "npm run comments -- refresh",
      about: "Has the running site show every thread as it is now.",
      options: {},
      examples: [],
      exits: { 0: "it was told, or will be at its start", 1: "the comments can't be read" },
    }),
  },
});
