import { expect, it } from "vitest";
import { describeTimes, failure, runSteps } from "@/lib/commands/test/run-steps.mjs";

type Step = Parameters<typeof runSteps>[0][number];
const passed = { passed: 1, failures: [], flaky: [] };

/** Steps that end when they are told to, with what has begun so far. */
function createSteps() {
  const begun: string[] = [];
  const end = new Map<string, (outcome: typeof passed | ReturnType<typeof failure>) => void>();
  const step = (name: string, others: Partial<Step> = {}): Step => ({
    name,
    load: 1,
    work: () =>
      new Promise((resolve) => {
        begun.push(name);
        end.set(name, resolve);
      }),
    ...others,
  });
  const finish = async (
    name: string,
    outcome: typeof passed | ReturnType<typeof failure> = passed,
  ) => {
    end.get(name)?.(outcome);
    await new Promise(setImmediate);
  };
  return { begun, step, finish };
}

const quiet = { capacity: 2, print: () => undefined };

it("begins what is ready and has room, in the order of the list", async () => {
  const { begun, step, finish } = createSteps();
  const done = runSteps(
    [
      step("content"),
      step("types", { after: ["content"] }),
      step("lint"),
      step("unit", { load: 2 }),
    ],
    quiet,
  );
  await finish("");
  expect(begun).toEqual(["content", "lint"]);
  await finish("content");
  expect(begun).toEqual(["content", "lint", "types"]);
  await finish("types");
  expect(begun).toHaveLength(3);
  await finish("lint");
  expect(begun).toEqual(["content", "lint", "types", "unit"]);
  await finish("unit");
  expect((await done).map(({ name }) => name)).toEqual(["content", "types", "lint", "unit"]);
});

it("runs alone what takes more than there is", async () => {
  const { begun, step, finish } = createSteps();
  const done = runSteps([step("large", { load: 9 }), step("small")], quiet);
  await finish("large");
  expect(begun).toEqual(["large", "small"]);
  await finish("small");
  await done;
});

it("goes on after a failure, but for what can't do without", async () => {
  const { step, finish } = createSteps();
  const done = runSteps(
    [step("build"), step("stories", { needs: ["build"] }), step("unit", { after: ["build"] })],
    quiet,
  );
  await finish("build", failure("build", "no"));
  await finish("unit");
  expect((await done).map(({ outcome }) => outcome)).toEqual([
    failure("build", "no"),
    failure("stories", "not run without: build"),
    passed,
  ]);
});

it("shows what a step has printed as a whole, under its name", async () => {
  const printed: string[] = [];
  const say = (text: string): Step => ({
    name: text,
    load: 1,
    work: async (runNode) => {
      const { succeeds } = await runNode([
        "-e",
        `console.log("${text} 1"); console.error("${text} 2")`,
      ]);
      return succeeds ? passed : failure(text, "");
    },
  });
  await runSteps([say("one"), say("two")], { capacity: 2, print: (text) => printed.push(text) });
  expect(printed.sort()).toEqual([
    "\nmasthead: one: 1 passed, 0 failed\none 1\none 2",
    "\nmasthead: two: 1 passed, 0 failed\ntwo 1\ntwo 2",
  ]);
});

it("says so where steps wait for each other", async () => {
  const { step } = createSteps();
  const steps = [step("a", { after: ["b"] }), step("b", { after: ["a"] })];
  await expect(runSteps(steps, quiet)).rejects.toThrow("never begun: a, b");
});

it("tells what each step has taken, and all of them", () => {
  const times = [
    { name: "lint", outcome: passed, startMs: 0, ms: 4000 },
    { name: "unit tests", outcome: passed, startMs: 3000, ms: 121_000 },
  ];
  expect(describeTimes(times)).toBe(
    [
      "              began   took",
      "  lint         0:00   0:04",
      "  unit tests   0:03   2:01",
      "  all                 2:04",
    ].join("\n"),
  );
});
