import { readArguments, readGroup } from "./read-arguments.mjs";
import { HelpRequest, UsageError } from "./usage-error.mjs";

/** Exit code of every command that isn't understood. */
export const exitOfUsage = 2;

/**
 * What this process was asked for; ends it where that isn't understood, or where help is asked for.
 * @template {import("./command").OptionDeclarations} Options
 * @param {import("./command").CommandDeclaration<Options>} command
 * @param {readonly string[]} [args]
 */
export const takeArguments = (command, args = process.argv.slice(2)) =>
  answer(() => readArguments(command, args));

/**
 * The same of a group of commands.
 * @template {Readonly<Record<string, import("./command").CommandDeclaration>>} Commands
 * @param {import("./command").CommandGroup<Commands>} group
 * @param {readonly string[]} [args]
 */
export const takeGroup = (group, args = process.argv.slice(2)) =>
  answer(() => readGroup(group, args));

/**
 * Before anything is installed or begun.
 * @param {import("./command").CommandDeclaration | import("./command").CommandGroup} command
 * @param {readonly string[]} args
 */
export function checkArguments(command, args) {
  if ("commands" in command) takeGroup(command, args);
  else takeArguments(command, args);
}

/**
 * @template Asked
 * @param {() => Asked} read
 * @returns {Asked}
 */
function answer(read) {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof HelpRequest) {
      console.log(thrown.message);
      process.exit(0);
    }
    if (thrown instanceof UsageError) {
      console.error(`masthead: ${thrown.message}`);
      process.exit(exitOfUsage);
    }
    throw thrown;
  }
}
