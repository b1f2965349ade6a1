import type { Client } from "@libsql/client";
import { migrations, versionTable } from "@/lib/comments/store/migrations";

/**
 * Brings a database to the version of this code. Each step is one transaction that first claims its number: of two that
 * start at once, the slower one finds the number taken, and goes on from there.
 * @param now milliseconds
 * @throws Error where the database is another program's, or a newer version's
 */
export async function migrate(client: Client, now: number): Promise<void> {
  for (let version = await findVersion(client); version < migrations.length; ) {
    const claim = {
      sql: `INSERT INTO ${versionTable} (version, applied_at) VALUES (?, ?)`,
      args: [version + 1, now],
    };
    try {
      await client.batch([claim, ...(migrations[version] ?? [])], "write");
      version += 1;
    } catch (thrown) {
      const reached = await findVersion(client);
      if (reached <= version) throw thrown;
      version = reached;
    }
  }
}

async function findVersion(client: Client): Promise<number> {
  const { rows: tables } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%'",
  );
  const present = tables.map(({ name }) => String(name));
  if (!present.includes(versionTable)) {
    if (present.length > 0) {
      throw new Error(
        `it holds something else: ${present.slice(0, 5).join(", ")}; give comments a database of their own`,
      );
    }
    await client.execute(
      `CREATE TABLE IF NOT EXISTS ${versionTable} (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL)`,
    );
  }
  const { rows } = await client.execute(
    `SELECT coalesce(max(version), 0) AS version FROM ${versionTable}`,
  );
  const version = Number(rows[0]?.version);
  if (version > migrations.length) {
    throw new Error(
      `it was made by a newer version of the site (${version}, this one knows ${migrations.length}); update the site`,
    );
  }
  return version;
}
