import type { Client } from "@libsql/client";
import type { Finding, Problem } from "@/lib/problem";
import type { FileRecord } from "@/lib/store/records";
import { each } from "@/lib/store/removal-statements";

export type KnownFile = Pick<FileRecord, "hash" | "stamp" | "pipeline" | "postId">;

/** Rows that come as one text: the driver takes three times as long for a hundred thousand of their own. */
const rowsAtOnce = 10_000;

/**
 * What the store knows of files, by path.
 * @param paths of which files; unset: of all
 */
export async function readKnownFiles(
  client: Client,
  paths?: readonly string[],
): Promise<Map<string, KnownFile>> {
  const rows = await readByPath<KnownRow>(
    client,
    { table: "files", columns: "path, hash, stamp, pipeline, post_id" },
    paths,
  );
  return new Map(
    rows.map(([path, hash, stamp, pipeline, postId]) => [
      path,
      { hash, stamp, pipeline, ...(postId === null ? {} : { postId }) },
    ]),
  );
}

type KnownRow = [
  path: string,
  hash: string,
  stamp: string,
  pipeline: string,
  postId: string | null,
];

/**
 * The ids of posts whose files were away when the store was last brought up to date, by path.
 * @param paths of which files; unset: of all
 */
export const readAbsentPosts = async (
  client: Client,
  paths?: readonly string[],
): Promise<Map<string, string>> =>
  new Map(
    await readByPath<[path: string, postId: string]>(
      client,
      { table: "absent_posts", columns: "path, post_id" },
      paths,
    ),
  );

/** @param columns beginning with `path` */
async function readByPath<Row extends [path: string, ...rest: unknown[]]>(
  client: Client,
  { table, columns }: { table: string; columns: string },
  paths?: readonly string[],
): Promise<Row[]> {
  const found: Row[] = [];
  const chosen = paths ? `path IN ${each} AND` : "";
  const args = paths ? [JSON.stringify(paths)] : [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const { rows } = await client.execute({
      sql: `SELECT json_group_array(json_array(${columns})) AS part FROM (
        SELECT * FROM ${table} WHERE ${chosen} path > ? ORDER BY path LIMIT ${rowsAtOnce})`,
      args: [...args, after],
    });
    const part = JSON.parse(String(rows[0]?.part)) as Row[];
    for (const row of part) found.push(row);
    after = part.length < rowsAtOnce ? undefined : part.at(-1)?.[0];
  }
  return found;
}

export async function countFiles(client: Client): Promise<number> {
  const { rows } = await client.execute("SELECT count(*) AS count FROM files");
  return Number(rows[0]?.count);
}

/**
 * Paths of the files that hold one of these ids of posts, have them reserved while they are away, or consist of the bytes
 * of one of these hashes.
 */
export async function listHolders(
  client: Client,
  { ids, hashes }: { ids: readonly string[]; hashes: readonly string[] },
): Promise<string[]> {
  const { rows } = await client.execute({
    sql: `SELECT path FROM files WHERE post_id IN ${each} OR hash IN ${each}
      UNION ALL SELECT path FROM absent_posts WHERE post_id IN ${each}`,
    args: [JSON.stringify(ids), JSON.stringify(hashes), JSON.stringify(ids)],
  });
  return rows.map(({ path }) => String(path));
}

/** Posts whose own id is another post's, by path: they have it as soon as it is free. */
export async function listPathsWithoutTheirId(client: Client): Promise<string[]> {
  const { rows } = await client.execute(
    "SELECT path FROM posts WHERE own_id IS NOT NULL AND id <> own_id",
  );
  return rows.map(({ path }) => String(path));
}

/** Every problem that a file has by itself. */
export async function listProblems(client: Client): Promise<Problem[]> {
  const { rows } = await client.execute(
    "SELECT path, problems FROM files WHERE problems <> '[]' ORDER BY path",
  );
  return rows.flatMap(({ path, problems }) =>
    (JSON.parse(String(problems)) as Finding[]).map((finding) => ({
      path: String(path),
      ...finding,
    })),
  );
}

/** What posts ask for in their files and another post has, with the path of that. */
export async function listConflicts(
  client: Client,
): Promise<{ path: string; field: "id" | "slug"; value: string; holder: string }[]> {
  const results = await client.batch(
    [
      `SELECT path, 'id' AS field, own_id AS value,
          (SELECT other.path FROM posts AS other WHERE other.id = posts.own_id) AS holder
        FROM posts WHERE own_id IS NOT NULL AND id <> own_id ORDER BY path`,
      `SELECT path, 'slug' AS field, slug_base AS value,
          (SELECT other.path FROM posts AS other WHERE other.slug = posts.slug_base) AS holder
        FROM posts WHERE own_slug = 1 AND slug <> slug_base ORDER BY path`,
    ],
    "read",
  );
  return results.flatMap(({ rows }) =>
    rows.map(({ path, field, value, holder }) => ({
      path: String(path),
      field: field === "id" ? "id" : "slug",
      value: String(value),
      holder: String(holder),
    })),
  );
}

/** Pages and authors that ask for an address or a name for which others ask too. */
export async function listRivals(
  client: Client,
): Promise<{ path: string; field: "address" | "name"; value: string }[]> {
  const rivals = (table: string, field: string) =>
    `SELECT path, ${field} AS value FROM ${table} WHERE ${field} IN
      (SELECT ${field} FROM ${table} GROUP BY ${field} HAVING count(*) > 1)`;
  const results = await client.batch(
    [rivals("pages", "address"), rivals("authors", "name")],
    "read",
  );
  return results.flatMap(({ rows }, index) =>
    rows.map(({ path, value }) => ({
      path: String(path),
      field: index === 0 ? "address" : "name",
      value: String(value),
    })),
  );
}

/** Paths by the ids that the posts of their files name as their own, of those paths whose posts do. */
export async function findOwnIds(
  client: Client,
  paths: readonly string[],
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map();
  const { rows } = await client.execute({
    sql: `SELECT path, own_id FROM posts WHERE own_id = id AND path IN ${each}`,
    args: [JSON.stringify(paths)],
  });
  return new Map(rows.map(({ path, own_id }) => [String(own_id), String(path)]));
}
