import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Client, createClient } from "@libsql/client";
import { onTestFinished } from "vitest";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { addressOfFile } from "@/lib/site/database-address";

/**
 * For tests only: a comments' database of its own, gone when the test is. A file; or, where SQLD_PATH names the program of
 * a libSQL server, a server.
 */
export async function createTemporaryComments(): Promise<Client> {
  const client = await openCommentsDatabase({ url: await createTemporaryAddress() });
  onTestFinished(() => client.close());
  return client;
}

/** For tests only: a database in a file as it is, whosever it is. */
export const openAnyDatabase = (file: string): Client => createClient(addressOfFile(file));

/** The address of a database that isn't there yet. */
export async function createTemporaryAddress(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "comments-test-"));
  const program = process.env.SQLD_PATH;
  if (!program) {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    return `file:${folder}/comments.db`;
  }
  const port = await findFreePort();
  const server = spawn(
    program,
    ["--http-listen-addr", `127.0.0.1:${port}`, "--db-path", path.join(folder, "data")],
    { stdio: "ignore" },
  );
  onTestFinished(async () => {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}`);
  }
  return url;
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

const answers = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => new Promise((resolve) => setTimeout(resolve, 20, false)),
  );

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exited = once(server, "exit");
  server.kill("SIGKILL");
  await exited;
}
