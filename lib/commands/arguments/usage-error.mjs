import { describeUsage, formatHelp } from "./format-help.mjs";

/** @typedef {import("./command").CommandDeclaration | import("./command").CommandGroup} Described */

/** A command line that can't be understood; the message says why, and how the command is used. */
export class UsageError extends Error {
  /**
   * @param {string} reason
   * @param {Described} command
   */
  constructor(reason, command) {
    super(`${reason}\n\n${describeUsage(command)}`);
    this.name = "UsageError";
  }
}

/** Not a mistake: it is asked how a command is used. */
export class HelpRequest extends Error {
  /** @param {Described} command */
  constructor(command) {
    super(formatHelp(command));
    this.name = "HelpRequest";
  }
}
