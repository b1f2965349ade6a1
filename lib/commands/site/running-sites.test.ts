import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { listRunningSites, noteRunningSite } from "@/lib/commands/site/running-sites";

function createRoot(): string {
  const root = mkdtempSync(path.join(tmpdir(), "running-test-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

/** A port on which something listens until the test ends, or until it is closed. */
async function listen() {
  const server = createServer().listen(0);
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a port without a number");
  return { port: address.port, close: () => once(server.close(), "close") };
}

const databaseUrl = "file:a.db";

it("are listed until they end, and their secrets are for the owner's eyes", async () => {
  const root = createRoot();
  expect(await listRunningSites(root, databaseUrl)).toEqual([]);
  const { port } = await listen();
  const end = noteRunningSite(root, { pid: process.pid, port, secret: "s", databaseUrl });
  expect(await listRunningSites(root, databaseUrl)).toEqual([
    { pid: process.pid, port, secret: "s", databaseUrl },
  ]);
  expect(statSync(path.join(root, `.masthead/running/${port}.json`)).mode & 0o777).toBe(0o600);
  end();
  expect(await listRunningSites(root, databaseUrl)).toEqual([]);
});

it("are not listed where they were killed, show other content, or the note is damaged", async () => {
  const root = createRoot();
  const killed = await listen();
  const other = await listen();
  noteRunningSite(root, { pid: process.pid, port: killed.port, secret: "s", databaseUrl });
  noteRunningSite(root, {
    pid: process.pid,
    port: other.port,
    secret: "s",
    databaseUrl: "file:b.db",
  });
  await killed.close();
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const taken = await listen();
  writeFileSync(
    path.join(root, ".masthead/running/3.json"),
    JSON.stringify({ pid, port: taken.port, secret: "s", databaseUrl }),
  );
  writeFileSync(path.join(root, ".masthead/running/1.json"), "{");
  writeFileSync(path.join(root, ".masthead/running/2.json"), "{}");
  expect(await listRunningSites(root, databaseUrl)).toEqual([]);
});
