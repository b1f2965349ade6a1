import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { requireTwoDatabases } from "@/lib/commands/setup/require-two-databases";

it("content and comments are two databases, wherever links lead", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "two-databases-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, "data"));
  symlinkSync("data", path.join(folder, "link"));
  const contentDatabase = { url: `file:${folder}/data/a.db` };
  const require = (url: string) => () =>
    requireTwoDatabases({ contentDatabase, commentsDatabase: { url } });
  expect(require(`file:${folder}/link/a.db`)).toThrow(
    `COMMENTS_DATABASE_URL=file:${folder}/link/a.db: must be another database`,
  );
  expect(require(`file:${folder}/link/b.db`)).not.toThrow();
  expect(() => requireTwoDatabases({ contentDatabase })).not.toThrow();
});
