import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { stampBuild } from "@/lib/commands/build/stamp-build";
import { type Environment, readEnvironment } from "@/lib/environment";

function createProject() {
  const root = mkdtempSync(path.join(tmpdir(), "stamp-test-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["app", "components", "lib", ".next"]) mkdirSync(path.join(root, folder));
  const write = (file: string, text: string) => writeFileSync(path.join(root, file), text);
  for (const file of [
    "contentlayer.config.ts",
    "instrumentation.ts",
    "instrumentation-client.ts",
    "instrumentation.ts",
    "next.config.mjs",
    "postcss.config.mjs",
    "package-lock.json",
    "tsconfig.json",
    "app/page.tsx",
  ]) {
    write(file, "one");
  }
  const isCurrent = (environment: Environment) => stampBuild(root, environment).isCurrent();
  return { root, write, isCurrent };
}

const environment = readEnvironment({});

it("holds for the same code and environment only", () => {
  const { root, write, isCurrent } = createProject();
  expect(isCurrent(environment)).toBe(false);
  stampBuild(root, environment).write();
  expect(isCurrent(environment)).toBe(true);
  expect(isCurrent(readEnvironment({ SITE_URL: "https://example.com" }))).toBe(false);
  expect(isCurrent(readEnvironment({ CONTENT_DIR: "elsewhere" }))).toBe(false);
  write("app/page.tsx", "two");
  expect(isCurrent(environment)).toBe(false);
});

it("holds where only a test was written, and not where a source was added", () => {
  const { root, write, isCurrent } = createProject();
  stampBuild(root, environment).write();
  write("lib/a.test.ts", "");
  expect(isCurrent(environment)).toBe(true);
  write("lib/a.ts", "");
  expect(isCurrent(environment)).toBe(false);
});

it("doesn't hold after a build that didn't end", () => {
  const { root, isCurrent } = createProject();
  const stamp = stampBuild(root, environment);
  stamp.write();
  stamp.discard();
  expect(isCurrent(environment)).toBe(false);
  stamp.discard();
});
