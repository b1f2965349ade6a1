/**
 * @typedef {import("./command").CommandDeclaration} CommandDeclaration
 * @typedef {import("./command").CommandGroup} CommandGroup
 */

/** Longest line of a text, in characters. */
const width = 100;

/** Widest column of names; what is longer has its explanation on the next line. */
const widestName = 48;

/** Of every command. */
const exitOfUsage = "the command line is not understood";

/**
 * All that `--help` says.
 * @param {CommandDeclaration | CommandGroup} command
 */
export function formatHelp(command) {
  const parts = [describeCall(command).join("\n"), wrap(command.about, width)];
  if ("commands" in command) {
    const rows = Object.entries(command.commands).map(([name, { about }]) => [
      name,
      about.split(/(?<=[.;])\s/, 1)[0]?.replace(/[.;]$/, "") ?? "",
    ]);
    parts.push(list("Commands", rows));
    parts.push(`${command.call} -- COMMAND --help  says more of one of them`);
  } else {
    const { operands, options, exits } = command;
    if (operands) parts.push(list("Arguments", [[operands.name, operands.about]]));
    parts.push(list("Options", listOptions(options)));
    parts.push(
      list("Exit codes", [
        ...Object.entries({ ...exits, 2: exitOfUsage }).map(([code, about]) => [code, about]),
      ]),
    );
  }
  if (command.examples.length > 0) parts.push(list("Examples", command.examples));
  return parts.join("\n\n");
}

/**
 * How a command is used, in a few lines: what stands under a mistake.
 * @param {CommandDeclaration | CommandGroup} command
 */
export function describeUsage(command) {
  const calls = describeCall(command).map((call) => `usage: ${call}`);
  return [...calls, `       ${askForHelp(command.call)}  says more`].join("\n");
}

/** @param {string} call */
const askForHelp = (call) => (call.includes(" -- ") ? `${call} --help` : `${call} -- --help`);

/**
 * @param {CommandDeclaration | CommandGroup} command
 * @returns {string[]}
 */
function describeCall(command) {
  if ("commands" in command) return Object.values(command.commands).flatMap(describeCall);
  const options = Object.entries(command.options).map(
    ([name, option]) => `[${spell(name, option)}]${option.multiple ? "…" : ""}`,
  );
  const words = [...options, ...describeOperands(command)].join(" ");
  if (words === "") return [command.call];
  return [
    command.call.includes(" -- ") ? `${command.call} ${words}` : `${command.call} -- ${words}`,
  ];
}

/** @param {CommandDeclaration} command */
function describeOperands({ operands }) {
  if (!operands) return [];
  const { name, least, most } = operands;
  const all = most > 1 ? `${name}…` : name;
  return [least === 0 ? `[${all}]` : all];
}

/** @param {import("./command").OptionDeclarations} options */
const listOptions = (options) => [
  ...Object.entries(options).map(([name, option]) => [spell(name, option), option.about]),
  ["--help, -h", "says this"],
];

/**
 * @param {string} name
 * @param {import("./command").OptionDeclaration} option
 */
const spell = (name, { type, value = "VALUE" }) =>
  type === "boolean" ? `--${name}` : `--${name} ${value}`;

/**
 * @param {string} heading
 * @param {readonly (readonly string[])[]} rows name and explanation
 */
function list(heading, rows) {
  const names = rows.map(([name = ""]) => name.length);
  const column = Math.min(widestName, Math.max(...names)) + 4;
  const lines = rows.map(([name = "", about = ""]) => {
    const text = wrap(about, width - column).replaceAll("\n", `\n${" ".repeat(column)}`);
    const head = `  ${name}`;
    return head.length + 2 > column
      ? `${head}\n${" ".repeat(column)}${text}`
      : `${head.padEnd(column)}${text}`;
  });
  return [`${heading}:`, ...lines].join("\n");
}

/**
 * @param {string} text
 * @param {number} columns
 */
function wrap(text, columns) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= columns) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines.join("\n");
}
