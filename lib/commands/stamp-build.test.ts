import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { stampBuild } from "@/lib/commands/stamp-build";
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
    "next.config.mjs",
    "postcss.config.mjs",
    "package-lock.json",
    "tsconfig.json",
    "app/page.tsx",
  ]) {
    write(file, "one");
  }
  const isCurrent = (environment: Environment, generation: string) =>
    stampBuild(root, environment, generation).isCurrent();
  return { root, write, isCurrent };
}

const environment = readEnvironment({});

it("holds for the same code, environment and content only", () => {
  const { root, write, isCurrent } = createProject();
  expect(isCurrent(environment, "g1")).toBe(false);
  stampBuild(root, environment, "g1").write();
  expect(isCurrent(environment, "g1")).toBe(true);
  expect(isCurrent(environment, "g2")).toBe(false);
  expect(isCurrent(readEnvironment({ SITE_URL: "https://example.com" }), "g1")).toBe(false);
  expect(isCurrent(readEnvironment({ CONTENT_DIR: "elsewhere" }), "g1")).toBe(false);
  write("app/page.tsx", "two");
  expect(isCurrent(environment, "g1")).toBe(false);
});

it("holds where only a test was written, and not where a source was added", () => {
  const { root, write, isCurrent } = createProject();
  stampBuild(root, environment, "g1").write();
  write("lib/a.test.ts", "");
  expect(isCurrent(environment, "g1")).toBe(true);
  write("lib/a.ts", "");
  expect(isCurrent(environment, "g1")).toBe(false);
});

it("doesn't hold after a build that didn't end", () => {
  const { root, isCurrent } = createProject();
  const stamp = stampBuild(root, environment, "g1");
  stamp.write();
  stamp.discard();
  expect(isCurrent(environment, "g1")).toBe(false);
  stamp.discard();
});
