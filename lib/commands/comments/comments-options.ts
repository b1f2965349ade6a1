import { parseArgs } from "node:util";

/** A command that can't be understood; the message says why, and how it is used. */
export class UsageError extends Error {
  override name = "UsageError";
}

const usage = `npm run comments -- export FILE
    all comments as JSON
npm run comments -- import FILE [--dry-run]
    from such a file, Disqus's XML, or GitHub's JSON of giscus and utterances
npm run comments -- erase (--email ADDRESS | --id COMMENT | --address IP) [--dry-run]
    takes words and writer out of comments for good; replies stay
npm run comments -- refresh
    has the running site show every thread as it is now

--dry-run  says what would be done, and does nothing`;

export type CommentsOptions =
  | { command: "export"; file: string }
  | { command: "refresh" }
  | { command: "import"; file: string; dryRun: boolean }
  | { command: "erase"; by: "email" | "id" | "address"; value: string; dryRun: boolean };

/** @throws UsageError */
export function readCommentsOptions(args: readonly string[]): CommentsOptions {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  const { "dry-run": dryRun, ...by } = values;
  const given = Object.entries(by).filter(([, value]) => value !== undefined);
  if (command === "export" || command === "import") {
    const [file, ...more] = rest;
    if (file === undefined || more.length > 0) throw misused(`${command} takes one file`);
    if (given.length > 0) throw misused(`--${given[0]?.[0]} belongs to erase`);
    if (command === "import") return { command, file, dryRun };
    if (dryRun) throw misused("--dry-run belongs to import and erase");
    return { command, file };
  }
  if (command === "refresh") {
    if (args.length > 1) throw misused("refresh takes nothing else");
    return { command };
  }
  if (command !== "erase") {
    throw misused(command === undefined ? "say what to do" : `there is no command ${command}`);
  }
  const [only, ...others] = given;
  if (rest.length > 0 || only === undefined || others.length > 0) {
    throw misused("erase takes one of --email, --id and --address");
  }
  const [name, value] = only;
  if (name !== "email" && name !== "id" && name !== "address") throw misused(`--${name}`);
  if (value === undefined || value.trim() === "") throw misused(`--${name} has no value`);
  return { command, by: name, value: value.trim(), dryRun };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        email: { type: "string" },
        id: { type: "string" },
        address: { type: "string" },
        "dry-run": { type: "boolean", default: false },
      },
    });
  } catch (thrown) {
    // All that Node.js has to say about arguments is a TypeError with a code.
    if (!(thrown instanceof TypeError && "code" in thrown)) throw thrown;
    throw misused(thrown.message);
  }
}

const misused = (problem: string) => new UsageError(`${problem}\n\n${usage}`);
