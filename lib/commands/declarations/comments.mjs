import { declareCommand, declareGroup } from "../arguments/declare-command.mjs";

/** `npm run comments -- …`: the comments' database, for its keeper. */

const dryRun = /** @type {const} */ ({
  type: "boolean",
  about: "says what would be done, and does nothing",
});

const file = (/** @type {string} */ about) => ({ name: "FILE", least: 1, most: 1, about });

export const comments = declareGroup({
  call: "npm run comments",
  about: "Keeps the comments' database: moves comments in and out, erases them on request.",
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
    refresh: declareCommand({
      call: "npm run comments -- refresh",
      about: "Has the running site show every thread as it is now.",
      options: {},
      examples: [],
      exits: { 0: "it was told, or will be at its start", 1: "the comments can't be read" },
    }),
  },
});
