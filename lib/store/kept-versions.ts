import type { Client } from "@libsql/client";
import { siteFile } from "@/lib/site/site-file";
import { unpackBody } from "@/lib/store/body-codec";
import { readBodyDictionary } from "@/lib/store/body-dictionaries";
import { each } from "@/lib/store/removal-statements";

/**
 * Versions that stay with readers while their file has a mistake: the document is left as it was, and the file is noted as
 * newer than what is shown.
 */

/** A file that is newer than what readers see of it. */
export interface OutdatedFile {
  path: string;
  /** When what readers see was brought in, in milliseconds. */
  shownSince: number;
}

const isLive = "draft = 0 AND date <= ?";

/**
 * Of files that give no document, those of which readers see one, or of what is below them where they are folders that
 * can't be entered.
 * @param now milliseconds
 */
export async function findKept(
  client: Client,
  paths: readonly string[],
  now: number,
): Promise<Set<string>> {
  if (paths.length === 0) return new Set();
  const { rows } = await client.execute({
    sql: `SELECT value AS path FROM json_each(?) WHERE EXISTS (SELECT 1 FROM posts WHERE path = value AND ${isLive})
      OR EXISTS (SELECT 1 FROM pages WHERE path = value) OR EXISTS (SELECT 1 FROM authors WHERE path = value)
      OR EXISTS (SELECT 1 FROM files WHERE path > value || '/' AND path < value || '0')`,
    args: [JSON.stringify(paths), now],
  });
  return new Set(rows.map(({ path }) => String(path)));
}

/** The settings' file, which isn't in the table of files. */
const outdatedSettings = `SELECT '${siteFile}' AS path,
    CAST(ifnull((SELECT value FROM meta WHERE name = 'settings shown since'), 0) AS INTEGER) AS brought_in
  WHERE EXISTS (SELECT 1 FROM meta WHERE name = 'settings outdated')`;

/** Files that are newer than what readers see of them. */
export async function listOutdated(client: Client): Promise<OutdatedFile[]> {
  const { rows } = await client.execute(
    `SELECT path, brought_in FROM files WHERE outdated = 1 UNION ALL ${outdatedSettings} ORDER BY path`,
  );
  return rows.map(toOutdated);
}

export async function countOutdated(client: Client): Promise<number> {
  return (await listOutdated(client)).length;
}

/** Of some files, those of which readers see a version, were they found to have mistakes now. */
export async function listShown(
  client: Client,
  paths: readonly string[],
  now: number,
): Promise<OutdatedFile[]> {
  const kept = await findKept(client, paths, now);
  const { rows } = await client.execute({
    sql: `SELECT path, brought_in FROM files WHERE path IN ${each} UNION ALL
      SELECT ?, CAST(value AS INTEGER) FROM meta WHERE name = 'settings shown since' AND ? ORDER BY path`,
    args: [JSON.stringify([...kept]), siteFile, paths.includes(siteFile) ? 1 : 0],
  });
  return rows.map(toOutdated);
}

const toOutdated = (row: Record<string, unknown>): OutdatedFile => ({
  path: String(row.path),
  shownSince: Number(row.brought_in),
});

/**
 * Ids that posts name and have, of those that readers see, by the id; the file of such a one counts as naming it while a
 * mistake keeps it from being read.
 */
export async function findKeptIds(
  client: Client,
  paths: readonly string[],
  now: number,
): Promise<Map<string, string>> {
  const { rows } = await client.execute({
    sql: `SELECT path, id FROM posts WHERE own_id = id AND ${isLive}
      AND (path IN ${each} OR path IN (SELECT path FROM files WHERE outdated = 1))`,
    args: [now, JSON.stringify(paths)],
  });
  return new Map(rows.map(({ id, path }) => [String(id), String(path)]));
}

/** What posts say, by their paths. */
export async function readBodies(
  client: Client,
  paths: readonly string[],
): Promise<{ path: string; title: string; from?: string; html: string }[]> {
  const { rows } = await client.execute({
    sql: `SELECT path, title, source_url, html, dictionary FROM posts
      JOIN bodies ON bodies.post_key = posts.key WHERE path IN ${each}`,
    args: [JSON.stringify(paths)],
  });
  return Promise.all(
    rows.map(async (row) => ({
      path: String(row.path),
      title: String(row.title),
      ...(row.source_url === null ? {} : { from: String(row.source_url) }),
      html: unpackBody(
        row.html as ArrayBuffer,
        row.dictionary === null
          ? undefined
          : await readBodyDictionary(client, Number(row.dictionary)),
      ),
    })),
  );
}
