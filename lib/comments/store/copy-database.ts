import { existsSync } from "node:fs";
import { type Client, createClient } from "@libsql/client";
import { CommentsStoreError } from "@/lib/comments/store/comments-database";
import { migrations, versionTable } from "@/lib/comments/store/migrations";
import { countAllComments, listThreads } from "@/lib/comments/store/transfer-comments";
import { addressOfFile } from "@/lib/site/database-address";
import { describeFailure } from "@/lib/site/database-failures";

/** How long one waits for a writer, in milliseconds. */
const busyTimeout = 10_000;

/**
 * Copies a database in a file as it is at one moment, while others write to it; nothing of what was deleted is in the copy. The
 * database itself stays what it is: it isn't brought to today's version.
 * @param target an empty file, which keeps its rights
 * @throws CommentsStoreError
 */
export async function copyDatabase(file: string, target: string): Promise<void> {
  if (!existsSync(file))
    throw new CommentsStoreError(`there is no comments' database at ${file} yet`);
  await withFile(file, (client) => client.execute({ sql: "VACUUM INTO ?", args: [target] }));
}

/**
 * Reads a copy from end to end.
 * @returns how many comments are in it
 * @throws CommentsStoreError where it is damaged, another program's, or a newer version's
 */
export async function verifyCopy(file: string): Promise<number> {
  if (!existsSync(file)) throw new CommentsStoreError(`${file} is not there`);
  try {
    return await withFile(file, async (client) => {
      const { rows } = await client.execute("PRAGMA integrity_check");
      const found = rows.map(({ integrity_check }) => String(integrity_check));
      if (found.join() !== "ok") throw new Error(found.slice(0, 3).join("; "));
      const version = await firstNumber(client, `SELECT max(version) AS n FROM ${versionTable}`);
      if (version > migrations.length) {
        throw new Error("it was made by a newer version of the site; update the site");
      }
      return countAllComments(client);
    });
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CommentsStoreError(`${file} is no whole database of comments (${reason})`, {
      cause: thrown,
    });
  }
}

/**
 * Makes sure that nobody else has a database open, and brings all of it into its one file.
 * @returns what is in it; nothing where there is no database
 * @throws CommentsStoreError where another process has it open
 */
export async function closeForOthers(
  file: string,
): Promise<{ comments: number; threads: string[] } | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    return await withFile(file, async (client) => {
      await leaveWriteAheadLog(client);
      const tables = await firstNumber(
        client,
        "SELECT count(*) AS n FROM sqlite_schema WHERE name = 'comments'",
      );
      if (tables === 0) return { comments: 0, threads: [] };
      return { comments: await countAllComments(client), threads: await listThreads(client) };
    });
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "SQLITE_BUSY") {
      throw new CommentsStoreError(
        `another process has the comments' database at ${file} open: stop the site, and whatever else uses it`,
        { cause: thrown },
      );
    }
    throw new CommentsStoreError(describeFailure(thrown, "comments", file), { cause: thrown });
  }
}

/** Brings all of a database that nobody else has open into its one file. */
export async function leaveWriteAheadLog(client: Client): Promise<void> {
  // For that, a connection must be alone with the file.
  await client.execute("PRAGMA journal_mode = DELETE");
}

async function withFile<Result>(
  file: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = createClient({ ...addressOfFile(file), timeout: busyTimeout, concurrency: 1 });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

async function firstNumber(client: Client, sql: string): Promise<number> {
  const { rows } = await client.execute(sql);
  return Number(rows[0]?.n);
}
