import { describe, expect, onTestFinished, test } from "vitest";
import { findFreePort } from "@/lib/processes/find-free-port";
import { answers, RunningServer } from "@/lib/processes/running-server";

/** A command that starts a server as a process of its own and hands on what it is told, as npm does. */
async function createServer(serve = "response.end('here')") {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const inner = `
    console.log("serving");
    process.on("SIGTERM", () => process.exit(3));
    require("node:http").createServer((_, response) => { ${serve} }).listen(${port}, "127.0.0.1");`;
  const outer = `
    const child = require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" });
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.on("exit", (code) => process.exit(code));`;
  const server = new RunningServer({
    command: [process.execPath, "-e", outer],
    origin,
    isUp: answers(origin),
    isMeasured: true,
  });
  onTestFinished(() => server.kill());
  return { server, isUp: answers(origin) };
}

const listening = (url: string, ms: number) =>
  fetch(url, { signal: AbortSignal.timeout(ms) }).then(
    () => true,
    () => false,
  );

describe("RunningServer", { timeout: 60_000 }, () => {
  test("waits until it answers, tells it to stop, and starts again", async () => {
    const { server, isUp } = await createServer();
    await server.start();
    expect(await isUp()).toBe(true);
    expect(server.output).toBe("serving\n");
    expect(await server.stop()).toBe(3);
    expect(await isUp()).toBe(false);
    await server.start();
    expect(await isUp()).toBe(true);
  });

  test("kills all that the command has started", async () => {
    const { server, isUp } = await createServer();
    await server.start();
    await server.kill();
    expect(await isUp()).toBe(false);
    expect(await server.stop()).toBeUndefined();
  });

  test("freezes all of it, and lets it go on", async () => {
    const { server } = await createServer();
    await server.start();
    server.freeze();
    expect(await listening(server.origin, 300)).toBe(false);
    server.thaw();
    expect(await listening(server.origin, 20_000)).toBe(true);
  });

  test("says what it printed where it ends instead", async () => {
    const server = new RunningServer({
      command: [process.execPath, "-e", "console.error('no such folder'); process.exit(1)"],
      origin: "",
      isUp: async () => false,
    });
    await expect(server.start()).rejects.toThrow("no such folder");
  });

  test("says so where there is no such program", async () => {
    const server = new RunningServer({
      command: ["no-such-program"],
      origin: "",
      isUp: async () => false,
    });
    await expect(server.start()).rejects.toThrow("ENOENT");
  });

  test("isn't waited for when the run is stopped", async () => {
    const server = new RunningServer({
      command: [process.execPath, "-e", "setTimeout(() => {}, 60000)"],
      origin: "",
      isUp: async () => false,
      signal: AbortSignal.timeout(300),
    });
    await expect(server.start()).rejects.toThrow("aborted");
    await expect.poll(() => server.memoryMb ?? 0).toBe(0);
  });

  test.runIf(process.platform === "linux")("is measured from outside", async () => {
    const { server } = await createServer();
    await server.start();
    expect(server.memoryMb).toBeGreaterThan(5);
    expect(server.cpuMs).toBeGreaterThan(0);
    await expect.poll(() => server.peakMb ?? 0, { timeout: 20_000 }).toBeGreaterThan(5);
  });
});
