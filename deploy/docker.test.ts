import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findFreePort } from "@/lib/processes/find-free-port";

/** Builds the image and runs it as README.md says; minutes, and only where a Docker daemon answers. */

const patience = 20 * 60_000;

const docker = (...args: string[]) =>
  spawnSync("docker", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });

const isThere = docker("info", "--format", "{{.ServerVersion}}").status === 0;

/** @throws Error with what Docker has said, where it fails */
function run(...args: string[]): string {
  const { status, stdout, stderr } = docker(...args);
  if (status !== 0) throw new Error(`docker ${args.join(" ")}:\n${(stdout + stderr).slice(-4000)}`);
  return stdout.trim();
}

async function waitFor<Found>(what: string, find: () => Promise<Found | undefined>) {
  for (const deadline = Date.now() + 5 * 60_000; Date.now() < deadline; ) {
    const found = await find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`waited in vain for ${what}`);
}

it.skipIf(!isThere)(
  "the image is built, serves mounted posts as an unprivileged user, keeps its data, and stops in order",
  async () => {
    const name = `masthead-test-${process.pid}`;
    const folder = mkdtempSync(path.join(tmpdir(), "docker-test-"));
    onTestFinished(() => {
      docker("rm", "--force", "--volumes", name);
      docker("volume", "rm", "--force", name);
      docker("image", "rm", "--force", name);
      rmSync(folder, { recursive: true, force: true });
    });
    writeFileSync(
      path.join(folder, "a.md"),
      "---\ntitle: In a box\ndate: 2024-05-01\n---\nText.\n",
    );
    run("build", "--tag", name, ".");
    const port = await findFreePort();
    const origin = `http://127.0.0.1:${port}`;
    const start = () =>
      run(
        ...["run", "--detach", "--name", name, "--publish", `127.0.0.1:${port}:3000`],
        ...["--volume", `${folder}:/content:ro`, "--volume", `${name}:/app/.masthead`, name],
      );
    const isHealthy = async () =>
      run("inspect", "--format", "{{.State.Health.Status}}", name) === "healthy" || undefined;
    start();
    await waitFor("a healthy container", isHealthy);
    expect(await (await fetch(origin)).text()).toContain("In a box");
    expect(run("exec", name, "id", "-u")).not.toBe("0");
    expect(run("exec", name, "ls", ".masthead")).toMatch(/comments\.db[\s\S]*content-\w+\.db/);
    run("exec", name, ...["node", "lib/commands/run.mjs", "lib/commands/comments.ts"], "refresh");
    run("stop", "--time", "20", name);
    expect(run("inspect", "--format", "{{.State.ExitCode}}", name)).toBe("0");
    run("rm", name);
    start();
    await waitFor("a healthy container", isHealthy);
    expect(run("logs", name)).toMatch(/0 compiled, 1 unchanged/);
  },
  patience,
);
