/** What a command of `npm run` takes, said once: arguments are read by it, and `--help` is printed from it. */

export interface OptionDeclaration {
  type: "boolean" | "string";
  /** May be given several times. */
  multiple?: true;
  /** What stands for its value in the help, such as `URL`. */
  value?: string;
  about: string;
}

export type OptionDeclarations = Readonly<Record<string, OptionDeclaration>>;

/** Arguments that aren't options. */
export interface OperandDeclaration {
  /** What stands for one in the help, such as `FILE`. */
  name: string;
  least: number;
  most: number;
  about: string;
}

/** A command line, and what it does. */
export type Example = readonly [string, string];

interface Described {
  /** As it is typed: `npm run check`. */
  call: string;
  /** A sentence or three. */
  about: string;
  examples: readonly Example[];
}

export interface CommandDeclaration<Options extends OptionDeclarations = OptionDeclarations>
  extends Described {
  operands?: OperandDeclaration;
  options: Options;
  /** What an exit code means; that of a command that isn't understood is the same for all. */
  exits: Readonly<Record<number, string>>;
}

/** A command whose first argument says what to do. */
export interface CommandGroup<
  Commands extends Readonly<Record<string, CommandDeclaration>> = Readonly<
    Record<string, CommandDeclaration>
  >,
> extends Described {
  commands: Commands;
}

type Value<Option extends OptionDeclaration> = Option extends { type: "boolean" }
  ? boolean
  : Option extends { multiple: true }
    ? string[]
    : string | undefined;

export type Values<Options extends OptionDeclarations> = {
  [Name in keyof Options]: Value<Options[Name]>;
};

/** What a command was asked for, once its arguments are understood. */
export interface Asked<Options extends OptionDeclarations> {
  values: Values<Options>;
  operands: string[];
}

/** The same of one of a group, by its name. */
export type AskedOfGroup<Commands extends Readonly<Record<string, CommandDeclaration>>> = {
  [Name in keyof Commands]: { command: Name } & Asked<Commands[Name]["options"]>;
}[keyof Commands];
