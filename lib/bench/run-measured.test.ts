import { existsSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { Resources } from "@/lib/bench/resources";
import { runMeasured } from "@/lib/bench/run-measured";

const cwd = realpathSync(tmpdir());
const node = (script: string) => ({ command: process.execPath, args: ["-e", script], cwd });

describe("runMeasured", { timeout: 60_000 }, () => {
  test("tells status and lines, and runs in the folder that it names", async () => {
    const { status, output, ms } = await runMeasured(
      node("console.log(process.env.INIT_CWD); console.error('two'); process.exitCode = 3"),
      new Resources(),
    );
    expect(status).toBe(3);
    expect(output.map(({ text }) => text).sort()).toEqual([cwd, "two"].sort());
    for (const line of output) expect(line.ms).toBeLessThanOrEqual(ms);
  });

  test.runIf(process.platform === "linux")(
    "sums the memory of all processes that a command starts",
    async () => {
      // Holds 200 MB until the memory has been seen: the child lives as long as its input.
      const child = "const held = Buffer.alloc(2e8, 1); setTimeout(() => held, 1500)";
      const parent = `require("node:child_process").spawnSync(process.execPath, ["-e", ${JSON.stringify(child)}])`;
      const { peakMb } = await runMeasured(node(parent), new Resources());
      expect(peakMb).toBeGreaterThan(190);
    },
  );

  test("a run that is stopped ends what it has started, and leaves no folder", async () => {
    const resources = new Resources();
    const folder = resources.createFolder("test");
    const started = path.join(folder, "started");
    const grandchild = `require("node:fs").writeFileSync(${JSON.stringify(started)}, String(process.pid)); setInterval(() => {}, 1000)`;
    const running = runMeasured(
      node(
        `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(grandchild)}], { stdio: "inherit" })`,
      ),
      resources,
    );
    await expect.poll(() => existsSync(started), { timeout: 30_000 }).toBe(true);
    resources.release();
    await expect(running).rejects.toThrow("the benchmark was stopped");
    expect(existsSync(folder)).toBe(false);
    await expect(runMeasured(node(""), resources)).rejects.toThrow("stopped");
  });
});
