import { expect, it } from "vitest";
import { ChangedPaths, type Seen } from "@/lib/commands/watch/changed-paths";

async function use(paths: ChangedPaths, outcome: boolean | Error = true): Promise<Seen> {
  let seen: Seen | undefined;
  const done = paths.use(async (given) => {
    seen = given;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  });
  if (outcome instanceof Error) await expect(done).rejects.toBe(outcome);
  else expect(await done).toBe(outcome);
  if (!seen) throw new Error("nothing was handed over");
  return seen;
}

it("hands over each path once, relative to the folder", async () => {
  const paths = new ChangedPaths("/content");
  paths.add("/content/2024/新.md");
  paths.add("/content/a.md");
  paths.add("/content/a.md");
  expect(await use(paths)).toEqual({ paths: ["2024/新.md", "a.md"], isCheck: false });
  expect(await use(paths)).toEqual({ paths: [], isCheck: false });
});

it.each([false, new Error("no disk")])(
  "hands over again what came to nothing (%s)",
  async (end) => {
    const paths = new ChangedPaths("/content");
    paths.add("/content/a.md");
    await use(paths, end);
    paths.add("/content/b.md");
    expect(await use(paths)).toEqual({ paths: ["a.md", "b.md"], isCheck: false });
  },
);

it("is a mere check where the same is tried again, until something is seen", async () => {
  const paths = new ChangedPaths("/content");
  paths.add("/content/a.md");
  expect(await use(paths, false)).toEqual({ paths: ["a.md"], isCheck: false });
  expect(await use(paths, new Error("no disk"))).toEqual({ paths: ["a.md"], isCheck: true });
  paths.add("/content/a.md");
  expect(await use(paths, false)).toEqual({ paths: ["a.md"], isCheck: false });
  expect(await use(paths)).toEqual({ paths: ["a.md"], isCheck: true });
  paths.add("/content/b.md");
  expect(await use(paths)).toEqual({ paths: ["b.md"], isCheck: false });
});

it("names no paths where a folder came or went, until that is dealt with", async () => {
  const paths = new ChangedPaths("/content");
  paths.add("/content/a.md");
  paths.addEverything();
  expect(await use(paths, false)).toEqual({ isCheck: false });
  paths.add("/content/b.md");
  expect(await use(paths)).toEqual({ isCheck: false });
  paths.add("/content/c.md");
  expect(await use(paths)).toEqual({ paths: ["c.md"], isCheck: false });
});

it("names no paths where there are too many: some may have been missed", async () => {
  const paths = new ChangedPaths("/content");
  for (let number = 0; number < 600; number += 1) paths.add(`/content/${number}.md`);
  expect(await use(paths)).toEqual({ isCheck: false });
});

it("wants a check after single paths, and none after everything", async () => {
  const paths = new ChangedPaths("/content");
  paths.addEverything();
  await use(paths);
  expect(paths.isCheckDue).toBe(false);
  paths.add("/content/a.md");
  await use(paths);
  expect(paths.isCheckDue).toBe(true);
  paths.addCheck();
  expect(await use(paths)).toEqual({ isCheck: true });
  expect(paths.isCheckDue).toBe(false);
});

it("is no mere check where something was seen as well", async () => {
  const paths = new ChangedPaths("/content");
  paths.addCheck();
  paths.add("/content/a.md");
  expect(await use(paths)).toEqual({ isCheck: false });
});
