import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished } from "vitest";
import { backUpComments } from "@/lib/commands/comments/backup-comments";
import { restoreComments } from "@/lib/commands/comments/restore-comments";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { migrations, versionTable } from "@/lib/comments/store/migrations";
import { createTemporaryAddress, openAnyDatabase } from "@/lib/comments/store/temporary-comments";
import { exportComments } from "@/lib/comments/transfer/export-comments";
import { createCommentId } from "@/lib/discussion/comment-id";
import { addressOfFile, type DatabaseAddress } from "@/lib/site/database-address";

const now = Date.parse("2026-01-31T04:00:00Z");
const day = 24 * 60 * 60 * 1000;

function createFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "backup-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const question = createCommentId(now - day);

/** An export of a question and an answer, and of all that surrounds them. */
const exported = {
  format: "masthead-comments",
  version: 1,
  exportedAt: "2026-01-30T00:00:00.000Z",
  comments: [
    { id: question, text: "Question?" },
    { id: createCommentId(now), parentId: question, text: "“答。”" },
  ].map((given) => ({
    ...given,
    postId: "post",
    status: "visible",
    name: "读者",
    email: "reader@example.com",
    createdAt: "2026-01-30T00:00:00.000Z",
    version: 1,
    writerHash: "w",
  })),
  closedThreads: [{ postId: "closed", closedAt: "2026-01-30T00:00:00.000Z" }],
  blocks: [{ kind: "word", value: "casino", createdAt: "2026-01-30T00:00:00.000Z" }],
  log: [{ at: "2026-01-30T00:00:00.000Z", actor: "A", action: "approve", detail: "" }],
};

async function exportOf(address: DatabaseAddress): Promise<unknown> {
  const client = await openCommentsDatabase(address);
  let text = "";
  for await (const piece of exportComments(client, 0)) text += piece;
  client.close();
  return JSON.parse(text);
}

/** A database with the comments above, in a folder of its own. */
async function createComments(): Promise<{ folder: string; address: DatabaseAddress }> {
  const folder = createFolder();
  const file = path.join(folder, "export.json");
  writeFileSync(file, JSON.stringify(exported));
  const address = addressOfFile(path.join(folder, "data/comments.db"));
  await restoreComments(address, { file, replace: false }, now);
  return { folder, address };
}

/** A process that does something with a database file, and says a line when it has begun. */
async function startOther(file: string, work: string): Promise<ChildProcess> {
  const script = `import { createClient } from "@libsql/client";
    const client = createClient({ url: ${JSON.stringify(addressOfFile(file).url)}, timeout: 5000, concurrency: 1 });
    await client.execute("PRAGMA journal_mode = WAL");
    ${work}`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void other.kill("SIGKILL"));
  await once(createInterface(other.stdout), "line");
  return other;
}

/** Pairs that belong together, as fast as it can. */
const writePairs = `for (let n = 0; ; n += 1) {
  await client.batch([
    { sql: "INSERT INTO blocks (kind, value, created_at) VALUES ('word', ?, 0)", args: ["pair " + n] },
    { sql: "INSERT INTO closed_threads (post_id, closed_at) VALUES (?, 0)", args: ["pair " + n] },
  ], "write");
  if (n === 20) console.log("writing");
}`;

const holdOpen = `await client.executeMultiple("CREATE TABLE x (y); INSERT INTO x VALUES ('kept')");
  console.log("open");
  setTimeout(() => undefined, 60_000);`;

describe("a backup of comments", () => {
  it("comes back as it was, on a new machine, and nobody else may read it", async () => {
    const { folder, address } = await createComments();
    const { file, comments } = await backUpComments(address, { folder: `${folder}/b/c` }, now);
    expect(file).toBe(`${folder}/b/c/comments-2026-01-31T04-00-00.000Z.db`);
    expect(comments).toBe(2);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(`${folder}/b`).mode & 0o777).toBe(0o700);
    expect(readdirSync(`${folder}/b/c`)).toEqual([path.basename(file)]);
    const elsewhere = addressOfFile(path.join(folder, "new machine/comments.db"));
    const restored = await restoreComments(elsewhere, { file, replace: false }, now);
    expect(restored).toEqual({ comments: 2, threads: ["closed", "post"] });
    expect(await exportOf(elsewhere)).toEqual(await exportOf(address));
    expect(await exportOf(elsewhere)).toMatchObject({ comments: exported.comments });
    expect(statSync(path.join(folder, "new machine/comments.db")).mode & 0o777).toBe(0o600);
  });

  it("is of one moment, while others write", async () => {
    const { folder, address } = await createComments();
    await startOther(path.join(folder, "data/comments.db"), writePairs);
    let last = 0;
    for (let turn = 0; turn < 10; turn += 1) {
      const { file } = await backUpComments(address, { folder: `${folder}/b` }, now + turn);
      const copy = openAnyDatabase(file);
      const { rows } = await copy.execute(
        "SELECT (SELECT count(*) FROM blocks) AS blocks, (SELECT count(*) FROM closed_threads) AS closed",
      );
      copy.close();
      const blocks = Number(rows[0]?.blocks);
      expect(rows[0]?.closed).toBe(blocks);
      expect(blocks).toBeGreaterThanOrEqual(last);
      last = blocks;
    }
    expect(last).toBeGreaterThan(40);
    const elsewhere = addressOfFile(path.join(folder, "elsewhere.db"));
    const [newest = ""] = readdirSync(`${folder}/b`).sort().reverse();
    const file = path.join(folder, "b", newest);
    await restoreComments(elsewhere, { file, replace: false }, now);
    expect(await exportOf(elsewhere)).toMatchObject({ comments: exported.comments });
  }, 60_000);

  it("takes the place of the oldest of its own kind, and of nothing else", async () => {
    const { folder, address } = await createComments();
    const target = path.join(folder, "b");
    mkdirSync(target);
    const others = ["comments-2020.db", "comments.db", "notes.txt", ".comments-x.unfinished"];
    for (const name of others) writeFileSync(path.join(target, name), "");
    mkdirSync(path.join(target, "comments-2020-01-01T00-00-00.000Z.db"));
    const killed = ".comments-2025-01-01T00-00-00.000Z.db.unfinished";
    writeFileSync(path.join(target, killed), "");
    utimesSync(path.join(target, killed), new Date(now - day), new Date(now - day));
    const names: string[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      const { file } = await backUpComments(address, { folder: target, keep: 2 }, now + turn * day);
      names.push(path.basename(file));
    }
    expect(readdirSync(target).sort()).toEqual(
      [...names.slice(-2), ...others, "comments-2020-01-01T00-00-00.000Z.db"].sort(),
    );
  });

  it("that fails takes no old one away, and leaves nothing", async () => {
    const { folder, address } = await createComments();
    const target = path.join(folder, "b");
    const { file } = await backUpComments(address, { folder: target, keep: 1 }, now);
    const damaged = path.join(folder, "damaged.db");
    const bytes = readFileSync(file);
    // Half of the pages are another file's.
    bytes.fill(7, Math.floor(bytes.length / 2 / 4096) * 4096);
    writeFileSync(damaged, bytes);
    // It can be copied, and only reading the copy tells.
    const foreign = path.join(folder, "foreign.db");
    const client = openAnyDatabase(foreign);
    await client.execute("CREATE TABLE songs (title)");
    client.close();
    for (const bad of [damaged, foreign, path.join(folder, "nowhere.db")]) {
      await expect(
        backUpComments(addressOfFile(bad), { folder: target, keep: 1 }, now + day),
      ).rejects.toThrow();
    }
    expect(readdirSync(target)).toEqual([path.basename(file)]);
    expect(existsSync(path.join(folder, "nowhere.db"))).toBe(false);
  });

  it.skipIf(!process.env.SQLD_PATH)("of a server is its export", async () => {
    const { folder, address } = await createComments();
    const server = { url: await createTemporaryAddress() };
    const file = path.join(folder, "export.json");
    expect(await restoreComments(server, { file, replace: false }, now)).toMatchObject({
      comments: 2,
    });
    const backup = await backUpComments(server, { folder: `${folder}/b` }, now);
    expect(backup).toMatchObject({ comments: 2, file: expect.stringMatching(/\.json$/) });
    await expect(
      restoreComments(server, { file: backup.file, replace: true }, now),
    ).rejects.toThrow("2 comments are in the database at");
    const elsewhere = addressOfFile(path.join(folder, "elsewhere.db"));
    await restoreComments(elsewhere, { file: backup.file, replace: false }, now);
    expect(await exportOf(elsewhere)).toEqual(await exportOf(address));
  });
});

describe("a restore", () => {
  it("puts comments that are there aside, where that is meant", async () => {
    const { folder, address } = await createComments();
    const { file } = await backUpComments(address, { folder: `${folder}/b` }, now);
    const target = path.join(folder, "present.db");
    const present = await backUpComments(address, { folder: `${folder}/present` }, now);
    writeFileSync(target, readFileSync(present.file));
    const restore = (replace: boolean) =>
      restoreComments(addressOfFile(target), { file, replace }, now);
    await expect(restore(false)).rejects.toThrow(/^2 comments are in .*: with --replace they/);
    expect(readdirSync(folder).filter((name) => name.startsWith("present.db"))).toEqual([
      "present.db",
    ]);
    const { aside = "" } = await restore(true);
    expect(path.basename(aside)).toBe("present.db.replaced-2026-01-31T04-00-00.000Z");
    expect(await exportOf(addressOfFile(aside))).toEqual(await exportOf(address));
  });

  it("is refused while another process has the database open", async () => {
    const { folder, address } = await createComments();
    const { file } = await backUpComments(address, { folder: `${folder}/b` }, now);
    const target = path.join(folder, "present.db");
    await startOther(target, holdOpen);
    await expect(
      restoreComments(addressOfFile(target), { file, replace: true }, now),
    ).rejects.toThrow(/another process has the comments' database .* open/);
    expect(readdirSync(folder).filter((name) => /restoring|replaced/.test(name))).toEqual([]);
  }, 60_000);

  it("puts aside all that a killed site has left, its log too", async () => {
    const { folder, address } = await createComments();
    const { file } = await backUpComments(address, { folder: `${folder}/b` }, now);
    const target = path.join(folder, "present.db");
    const other = await startOther(target, holdOpen);
    other.kill("SIGKILL");
    await once(other, "exit");
    expect(statSync(`${target}-wal`).size).toBeGreaterThan(0);
    const { aside = "" } = await restoreComments(
      addressOfFile(target),
      { file, replace: false },
      now,
    );
    const client = openAnyDatabase(aside);
    expect((await client.execute("SELECT y FROM x")).rows).toEqual([{ y: "kept" }]);
    client.close();
    expect(existsSync(`${target}-wal`)).toBe(false);
    expect(await exportOf(addressOfFile(target))).toEqual(await exportOf(address));
  }, 60_000);

  it("brings a backup of an earlier version to today's", async () => {
    const folder = createFolder();
    const file = path.join(folder, "old.db");
    const client = openAnyDatabase(file);
    const claim = `INSERT INTO ${versionTable} VALUES (1, 0)`;
    const create = `CREATE TABLE ${versionTable} (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)`;
    await client.batch([create, claim, ...(migrations[0] ?? [])], "write");
    client.close();
    const address = addressOfFile(path.join(folder, "new.db"));
    expect(await restoreComments(address, { file, replace: false }, now)).toMatchObject({
      comments: 0,
    });
    expect(await exportOf(address)).toMatchObject({ comments: [] });
  });

  it.each([
    ["text", (file: string) => writeFileSync(file, "hello"), /neither a database nor JSON/],
    ["nothing", () => undefined, /is no file/],
    ["a folder", (file: string) => mkdirSync(file), /is no file/],
    ["another program's export", (file: string) => writeFileSync(file, "{}"), /error: /],
    [
      "another program's database",
      async (file: string) => {
        const client = openAnyDatabase(file);
        await client.execute("CREATE TABLE songs (title)");
        client.close();
      },
      /is no whole database of comments \(.*comment_migrations/,
    ],
  ])("refuses what is no backup: %s", async (_, write, reason) => {
    const folder = createFolder();
    const file = path.join(folder, "backup");
    await write(file);
    const address = addressOfFile(path.join(folder, "data/comments.db"));
    await expect(restoreComments(address, { file, replace: false }, now)).rejects.toThrow(reason);
    expect(existsSync(path.join(folder, "data/comments.db"))).toBe(false);
  });

  it("refuses to take the database itself for its backup", async () => {
    const { folder, address } = await createComments();
    const file = path.join(folder, "data/../data/comments.db");
    await expect(restoreComments(address, { file, replace: true }, now)).rejects.toThrow(
      "is the comments' database itself",
    );
  });
});
