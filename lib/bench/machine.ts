import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { z } from "zod";

export const machineSchema = z.object({
  cpu: z.string(),
  cores: z.number(),
  memoryGb: z.number(),
  system: z.string(),
  node: z.string(),
  /** Versions of the packages that the figures depend on most. */
  packages: z.record(z.string(), z.string()),
});

export type Machine = z.infer<typeof machineSchema>;

const packages = ["next", "react", "contentlayer", "libsql"];

/** @param root absolute path of the project */
export function describeMachine(root: string): Machine {
  const manifest = z.object({ version: z.string() });
  const versionOf = (name: string) =>
    manifest.parse(
      JSON.parse(readFileSync(path.join(root, "node_modules", name, "package.json"), "utf8")),
    ).version;
  return {
    cpu: os.cpus()[0]?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGb: Math.round(os.totalmem() / 1e9),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.versions.node,
    packages: Object.fromEntries(packages.map((name) => [name, versionOf(name)])),
  };
}

/**
 * The commit that is checked out, with `+` where files differ from it, but for those that saving results changes;
 * `unknown` outside a repository.
 */
export function describeCode(root: string): string {
  const git = (...args: string[]) => spawnSync("git", args, { cwd: root, encoding: "utf8" });
  const commit = git("rev-parse", "--short=12", "HEAD");
  if (commit.status !== 0) return "unknown";
  const changes = git("status", "--porcelain", "--", ".", ":!README.md", ":!.github").stdout.trim();
  return commit.stdout.trim() + (changes === "" ? "" : "+");
}
