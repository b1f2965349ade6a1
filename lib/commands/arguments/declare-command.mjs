/**
 * A command as it stands, with the types of its options.
 * @template {import("./command").OptionDeclarations} Options
 * @param {import("./command").CommandDeclaration<Options>} command
 */
export const declareCommand = (command) => command;

/**
 * A group of commands, with the types of their options.
 * @template {Readonly<Record<string, import("./command").CommandDeclaration>>} Commands
 * @param {import("./command").CommandGroup<Commands>} group
 */
export const declareGroup = (group) => group;
