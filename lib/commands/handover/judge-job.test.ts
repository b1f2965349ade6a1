import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createCodeCheck, judgeJob } from "@/lib/commands/handover/judge-job";
import { fingerprintCode } from "@/lib/commands/setup/code-sources.mjs";
import { readEnvironment } from "@/lib/environment";

const variables = { CONTENT_DIR: "posts", REVALIDATE_SECRET: "of the site" };

const self = {
  root: "/nowhere",
  secret: "secret",
  environment: readEnvironment(variables),
  code: "code",
};

const job = { secret: "secret", args: [], variables: {}, node: process.version };

it("takes the environment of the job for all but the folder and the store", () => {
  const own = {
    ...job,
    variables: { CONTENT_DIR: "./posts", PORT: "4000", SITE_URL: "http://b.c" },
  };
  const { environment } = { environment: undefined, ...judgeJob(own, self, () => true) };
  expect(environment).toMatchObject({ siteUrl: "http://b.c", contentDirectory: "./posts" });
  // The secret of the site is for the site, and not for whatever address a job names.
  expect(environment?.revalidateSecret).toBeUndefined();
});

it.each([
  ["another secret", { secret: "guessed" }],
  ["another Node", { node: "v1.0.0" }],
  ["another site", { variables: { CONTENT_DIR: "elsewhere" } }],
  ["another site", { variables: { CONTENT_DATABASE_URL: "file:other.db", CONTENT_DIR: "posts" } }],
])("refuses %s", (refused, other) => {
  expect(judgeJob({ ...job, variables, ...other }, self, () => true)).toEqual({ refused });
});

it("refuses under other code, and is of no use any more", () => {
  const refusal = { refused: "other code", isOutdated: true };
  expect(judgeJob({ ...job, variables }, self, () => false)).toEqual(refusal);
});

it("refuses an environment that isn't right, of which the command tells", () => {
  const wrong = { ...job, variables: { PORT: "none" } };
  expect(() => judgeJob(wrong, self, () => true)).toThrow("PORT=none");
});

it("knows its code by the bytes, whatever the dates", () => {
  const root = mkdtempSync(path.join(tmpdir(), "code-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(path.join(root, "lib"));
  const write = (text: string) => writeFileSync(path.join(root, "lib/a.ts"), text);
  for (const name of [
    "contentlayer.config.ts",
    "tsconfig.json",
    "package.json",
    "package-lock.json",
  ]) {
    writeFileSync(path.join(root, name), name);
  }
  write("first");
  const isOwnCode = createCodeCheck({ root, code: fingerprintCode(root) });
  expect(isOwnCode()).toBe(true);
  utimesSync(path.join(root, "lib/a.ts"), 1, 1);
  expect(isOwnCode()).toBe(true);
  write("other");
  utimesSync(path.join(root, "lib/a.ts"), 1, 1);
  expect(isOwnCode()).toBe(false);
  write("first");
  expect(isOwnCode()).toBe(true);
});
