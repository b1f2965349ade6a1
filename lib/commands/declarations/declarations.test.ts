import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { CommandDeclaration, CommandGroup } from "@/lib/commands/arguments/command";
import { readArguments, readGroup } from "@/lib/commands/arguments/read-arguments.mjs";
import { HelpRequest } from "@/lib/commands/arguments/usage-error.mjs";
import { benchmarks } from "@/lib/commands/bench/benchmarks";
import { declareBenchmarks } from "@/lib/commands/bench/declare-benchmarks";
import { declarations } from "@/lib/commands/declarations/declarations.mjs";

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync("package.json", "utf8"),
);

const declared: Record<string, CommandDeclaration | CommandGroup> = {
  ...declarations,
  bench: declareBenchmarks(benchmarks),
};

/** Scripts that run a command of ours, with the name of its file. */
const ours = Object.entries(scripts).flatMap(([script, line]) => {
  const file = /lib\/commands\/(?!with-setup|run\.)([\w-]+)\.(?:ts|mjs)/.exec(line)?.[1];
  return file === undefined ? [] : [{ script, line, file }];
});

const read = (command: CommandDeclaration | CommandGroup, args: string[]): unknown =>
  "commands" in command ? readGroup(command, args) : readArguments(command, args);

/** Each command by what is typed to call it, those of groups too. */
const all = Object.values(declared).flatMap((command) =>
  "commands" in command ? [command, ...Object.values(command.commands)] : [command],
);

describe("every command of package.json", () => {
  it("is declared, under the name by which npm knows it", () => {
    expect(ours.length).toBeGreaterThan(10);
    for (const { script, file } of ours) {
      const call = ["start", "test"].includes(script) ? `npm ${script}` : `npm run ${script}`;
      expect(declared[file]?.call, file).toBe(call);
    }
    expect(Object.keys(declared).sort()).toEqual(ours.map(({ file }) => file).sort());
  });

  it.each(all.map((command) => [command.call, command] as const))("has its help: %s", (_, it) => {
    expect(() => read(it, ["--help"])).toThrow(HelpRequest);
    expect(it.about).toMatch(/\w/);
    if (!("commands" in it)) expect(Object.keys(it.exits)).toContain("0");
  });

  it("refuses what it doesn't know", () => {
    for (const command of all) {
      const refused = () => read(command, ["--bogus"]);
      expect(refused, command.call).toThrow("there is no option --bogus");
    }
  });

  it("understands its own examples", () => {
    const examples = Object.values(declared).flatMap((command) => {
      const parts =
        "commands" in command ? [command, ...Object.values(command.commands)] : [command];
      return parts.flatMap(({ examples }) => examples.map(([line]) => ({ command, line })));
    });
    for (const { command, line } of examples) {
      expect(line, command.call).toContain(command.call);
      const words = line.slice(line.indexOf(command.call) + command.call.length);
      const args = [...words.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
      expect(() => read(command, args.slice(1)), line).not.toThrow();
    }
  });
});

/** What is typed, without npm between: the arguments stand at the end of a script. */
function run(script: string, args: string[]) {
  const [, ...words] = (scripts[script] ?? "").split(" ");
  const { status, stdout, stderr } = spawnSync(process.execPath, [...words, ...args], {
    encoding: "utf8",
    // Nothing is read or begun before the arguments are understood.
    env: { ...process.env, CONTENT_DIR: "/nowhere", PORT: "not a port" },
  });
  return { status, stdout, stderr };
}

describe("a command that is run", () => {
  it.each(ours.filter(({ file }) => file !== "bench").map(({ script }) => script))(
    "refuses and explains before it begins: %s",
    (script) => {
      const bogus = run(script, ["--bogus"]);
      expect(bogus).toMatchObject({ status: 2, stdout: "" });
      expect(bogus.stderr).toMatch(/^masthead: there is no option --bogus\n\nusage: npm /);
      const help = run(script, ["--help"]);
      expect(help).toMatchObject({ status: 0, stderr: "" });
      expect(help.stdout).toMatch(/^npm /);
    },
    60_000,
  );
});
