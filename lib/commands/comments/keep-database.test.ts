import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { restoreAloud } from "@/lib/commands/comments/keep-database";
import { noteRunningSite } from "@/lib/commands/site/running-sites";
import { addressOfFile } from "@/lib/site/database-address";

it("restores nothing while a site runs in the folder", async () => {
  const root = mkdtempSync(path.join(tmpdir(), "restore-test-"));
  const site = createServer().listen(0, "localhost");
  onTestFinished(() => {
    site.close();
    rmSync(root, { recursive: true, force: true });
  });
  await once(site, "listening");
  const listening = site.address();
  const port = typeof listening === "object" ? (listening?.port ?? 0) : 0;
  noteRunningSite(root, { pid: process.pid, port, secret: "s", databaseUrl: "file:content.db" });
  const file = path.join(root, "backup.db");
  writeFileSync(file, "");
  const target = path.join(root, "comments.db");
  await expect(restoreAloud(root, addressOfFile(target), { file, replace: true })).rejects.toThrow(
    `a site runs in this folder on port ${port}: stop it before`,
  );
  expect(existsSync(target)).toBe(false);
});
