import { parseArgs } from "node:util";
import { printable } from "../../printable.mjs";
import { HelpRequest, UsageError } from "./usage-error.mjs";

/**
 * @typedef {import("./command").OptionDeclaration} OptionDeclaration
 * @typedef {import("./command").OptionDeclarations} OptionDeclarations
 */

/**
 * Reads the arguments of a command as it is declared.
 * @template {OptionDeclarations} Options
 * @param {import("./command").CommandDeclaration<Options>} command
 * @param {readonly string[]} args
 * @returns {import("./command").Asked<Options>}
 * @throws {UsageError} where they aren't understood, and {HelpRequest} where they ask how the command is used
 */
export function readArguments(command, args) {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(
        Object.entries(command.options).map(([name, { type }]) => [name, { type }]),
      ),
      help: { type: "boolean", short: "h" },
    },
    // What is wrong is said in our own words.
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  if (tokens.some((token) => token.kind === "option" && token.name === "help")) {
    throw new HelpRequest(command);
  }
  /** @type {Record<string, boolean | string | string[] | undefined>} */
  const values = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [name, withoutValue(option)]),
  );
  /** @type {string[]} */
  const operands = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(command.options, token.name)
      ? command.options[token.name]
      : undefined;
    if (!option) {
      throw new UsageError(`there is no option ${printable(token.rawName)}`, command);
    }
    const value = readValue(command, option, token);
    const before = values[token.name];
    values[token.name] = Array.isArray(before) ? [...before, String(value)] : value;
  }
  checkOperands(command, operands);
  // The loop above has given each option a value of the type that it is declared with.
  return { values: /** @type {import("./command").Values<Options>} */ (values), operands };
}

/**
 * The same where the first argument says which of several commands is meant. Options may stand before it.
 * @template {Readonly<Record<string, import("./command").CommandDeclaration>>} Commands
 * @param {import("./command").CommandGroup<Commands>} group
 * @param {readonly string[]} args
 * @returns {import("./command").AskedOfGroup<Commands>}
 */
export function readGroup(group, args) {
  const at = args.findIndex((argument) => Object.hasOwn(group.commands, argument));
  const name = args[at];
  const command = name === undefined ? undefined : group.commands[name];
  const [first] = args;
  if (name === undefined || command === undefined) {
    if (first === "--help" || first === "-h") throw new HelpRequest(group);
    if (first === undefined) throw new UsageError("say what to do", group);
    const what = first.startsWith("-") ? "option" : "command";
    throw new UsageError(`there is no ${what} ${printable(first)}`, group);
  }
  const asked = readArguments(command, args.toSpliced(at, 1));
  return /** @type {import("./command").AskedOfGroup<Commands>} */ ({ command: name, ...asked });
}

/** @param {OptionDeclaration} option */
function withoutValue({ type, multiple }) {
  if (multiple) return [];
  return type === "boolean" ? false : undefined;
}

/**
 * @param {import("./command").CommandDeclaration} command
 * @param {OptionDeclaration} option
 * @param {{ rawName: string, value?: string | undefined, inlineValue?: boolean | undefined }} token
 */
function readValue(command, option, { rawName, value, inlineValue }) {
  if (option.type === "boolean") {
    if (value === undefined) return true;
    throw new UsageError(`${rawName} takes no value`, command);
  }
  // What looks like an option is taken for a forgotten value; `--name=-value` says that it is meant.
  const isMissing = value === undefined || (!inlineValue && value.startsWith("-"));
  if (isMissing || value.trim() === "") {
    throw new UsageError(`${rawName} needs a value: ${rawName} ${option.value}`, command);
  }
  return value;
}

/**
 * @param {import("./command").CommandDeclaration} command
 * @param {readonly string[]} given
 */
function checkOperands(command, given) {
  const { name = "", least = 0, most = 0 } = command.operands ?? {};
  if (given.length < least) throw new UsageError(`it takes ${name}, which is missing`, command);
  const surplus = given[most];
  if (surplus !== undefined) {
    throw new UsageError(`${printable(surplus)} is more than it takes`, command);
  }
}
