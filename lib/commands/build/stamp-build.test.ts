import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { stampBuild } from "@/lib/commands/build/stamp-build";

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
  const isCurrent = () => stampBuild(root).isCurrent();
  return { root, write, isCurrent };
}

it("holds for the same code only", () => {
  const { root, write, isCurrent } = createProject();
  expect(isCurrent()).toBe(false);
  stampBuild(root).write();
  expect(isCurrent()).toBe(true);
  write("app/page.tsx", "two");
  expect(isCurrent()).toBe(false);
});

it("holds where only a test was written, and not where a source was added", () => {
  const { root, write, isCurrent } = createProject();
  stampBuild(root).write();
  write("lib/a.test.ts", "");
  expect(isCurrent()).toBe(true);
  write("lib/a.ts", "");
  expect(isCurrent()).toBe(false);
});

it("doesn't hold after a build that didn't end", () => {
  const { root, isCurrent } = createProject();
  const stamp = stampBuild(root);
  stamp.write();
  stamp.discard();
  expect(isCurrent()).toBe(false);
  stamp.discard();
});
