import { describe, expect, it } from "vitest";
import { declareCommand, declareGroup } from "@/lib/commands/arguments/declare-command.mjs";
import { readArguments, readGroup } from "@/lib/commands/arguments/read-arguments.mjs";
import { HelpRequest, UsageError } from "@/lib/commands/arguments/usage-error.mjs";

const bake = declareCommand({
  call: "npm run bake",
  about: "Bakes bread.",
  operands: { name: "GRAIN", least: 1, most: 2, about: "what it is made of" },
  options: {
    hot: { type: "boolean", about: "is eaten at once" },
    oven: { type: "string", value: "NAME", about: "where" },
    with: { type: "string", multiple: true, value: "SEED", about: "on top" },
  },
  examples: [["npm run bake -- rye --hot", "for breakfast"]],
  exits: { 0: "there is bread", 1: "it is burnt" },
});

const kitchen = declareGroup({
  call: "npm run kitchen",
  about: "Does what is said.",
  examples: [],
  commands: {
    bake,
    wash: declareCommand({
      call: "npm run kitchen -- wash",
      about: "Washes up.",
      options: {},
      examples: [],
      exits: { 0: "it is clean" },
    }),
  },
});

/** What is said to whoever gives these arguments. */
function refusal(args: string[]): string {
  try {
    readArguments(bake, args);
  } catch (thrown) {
    if (thrown instanceof UsageError) return thrown.message;
    throw thrown;
  }
  return "it was understood";
}

describe("arguments of a command", () => {
  it("are read as they are declared", () => {
    expect(readArguments(bake, ["rye"])).toEqual({
      values: { hot: false, oven: undefined, with: [] },
      operands: ["rye"],
    });
    expect(
      readArguments(bake, ["--with", "poppy", "rye", "--hot", "--with=-", "--oven", "a", "oats"]),
    ).toEqual({
      values: { hot: true, oven: "a", with: ["poppy", "-"] },
      operands: ["rye", "oats"],
    });
    expect(readArguments(bake, ["--", "--help"]).operands).toEqual(["--help"]);
  });

  it.each([
    [["rye", "--warm"], "there is no option --warm"],
    [["rye", "-w"], "there is no option -w"],
    [["rye", "--no-hot"], "there is no option --no-hot"],
    [["rye", "--constructor"], "there is no option --constructor"],
    [["rye", "--\u001b[2J"], "there is no option --\\u001b[2J"],
    [["rye", "--hot=yes"], "--hot takes no value"],
    [["rye", "--oven"], "--oven needs a value: --oven NAME"],
    [["rye", "--oven", "--hot"], "--oven needs a value: --oven NAME"],
    [["rye", "--oven="], "--oven needs a value: --oven NAME"],
    [[], "it takes GRAIN, which is missing"],
    [["rye", "oats", "bran"], "bran is more than it takes"],
  ])("%j are refused with the reason and the usage", (args, reason) => {
    expect(refusal(args).split("\n")).toEqual([
      reason,
      "",
      "usage: npm run bake -- [--hot] [--oven NAME] [--with SEED]… GRAIN…",
      "       npm run bake -- --help  says more",
    ]);
  });

  it("may ask for help, whatever else is said", () => {
    for (const args of [["--help"], ["-h"], ["rye", "--warm", "--help"]]) {
      expect(() => readArguments(bake, args), args.join(" ")).toThrow(HelpRequest);
    }
    expect(() => readArguments(bake, ["--help"])).toThrow(
      [
        "npm run bake -- [--hot] [--oven NAME] [--with SEED]… GRAIN…",
        "",
        "Bakes bread.",
        "",
        "Arguments:",
        "  GRAIN  what it is made of",
        "",
        "Options:",
        "  --hot        is eaten at once",
        "  --oven NAME  where",
        "  --with SEED  on top",
        "  --help, -h   says this",
        "",
        "Exit codes:",
        "  0  there is bread",
        "  1  it is burnt",
        "  2  the command line is not understood",
        "",
        "Examples:",
        "  npm run bake -- rye --hot  for breakfast",
      ].join("\n"),
    );
  });
});

describe("a group of commands", () => {
  it("gives the one that is named", () => {
    expect(readGroup(kitchen, ["wash"])).toEqual({ command: "wash", values: {}, operands: [] });
    expect(readGroup(kitchen, ["--hot", "bake", "rye"])).toMatchObject({
      command: "bake",
      values: { hot: true },
      operands: ["rye"],
    });
  });

  it.each([
    [[], "say what to do"],
    [["brew"], "there is no command brew"],
    [["--hot"], "there is no option --hot"],
    [["toString"], "there is no command toString"],
    [["wash", "--hot"], "there is no option --hot"],
  ])("%j is refused", (args, reason) => {
    expect(() => readGroup(kitchen, args)).toThrow(reason);
  });

  it("has help of its own, and that of each", () => {
    expect(() => readGroup(kitchen, ["--help"])).toThrow(/Commands:\n {2}bake {2}Bakes bread\n/);
    expect(() => readGroup(kitchen, ["wash", "--help"])).toThrow(/^npm run kitchen -- wash\n/);
  });
});
