import type { Client } from "@libsql/client";
import type { Problem } from "@/lib/problem";
import type { FileRecord } from "@/lib/store/records";

/** What the store knows of every file of the folder, by path. */
export async function readKnownFiles(
  client: Client,
): Promise<Map<string, Pick<FileRecord, "hash" | "stamp" | "pipeline"> & { postId?: string }>> {
  const { rows } = await client.execute("SELECT path, hash, stamp, pipeline, post_id FROM files");
  return new Map(
    rows.map((row) => [
      String(row.path),
      {
        hash: String(row.hash),
        stamp: String(row.stamp),
        pipeline: String(row.pipeline),
        ...(row.post_id === null ? {} : { postId: String(row.post_id) }),
      },
    ]),
  );
}

/** Posts whose own id is another post's, by path: they have it as soon as it is free. */
export async function listPathsWithoutTheirId(client: Client): Promise<string[]> {
  const { rows } = await client.execute(
    "SELECT path FROM posts WHERE own_id IS NOT NULL AND id <> own_id",
  );
  return rows.map(({ path }) => String(path));
}

/** Every problem of every file, in the order of the folder; those between two files are found here. */
export async function listProblems(client: Client): Promise<Problem[]> {
  const [inFiles, ...betweenFiles] = await client.batch(
    [
      "SELECT path, problems FROM files WHERE problems <> '[]' ORDER BY path",
      `SELECT path, 'id' AS field, own_id AS value,
          (SELECT other.path FROM posts AS other WHERE other.id = posts.own_id) AS holder
        FROM posts WHERE own_id IS NOT NULL AND id <> own_id ORDER BY path`,
      `SELECT path, 'slug' AS field, slug_base AS value,
          (SELECT other.path FROM posts AS other WHERE other.slug = posts.slug_base) AS holder
        FROM posts WHERE own_slug = 1 AND slug <> slug_base ORDER BY path`,
      `SELECT path, 'address' AS field, address AS value, first.holder FROM pages
        JOIN (SELECT address, min(path) AS holder FROM pages GROUP BY address HAVING count(*) > 1) AS first
        USING (address) WHERE path <> holder ORDER BY path`,
      `SELECT path, 'name' AS field, name AS value, first.holder FROM authors
        JOIN (SELECT name, min(path) AS holder FROM authors GROUP BY name HAVING count(*) > 1) AS first
        USING (name) WHERE path <> holder ORDER BY path`,
    ],
    "read",
  );
  const problems = (inFiles?.rows ?? []).flatMap(({ path, problems }) =>
    (JSON.parse(String(problems)) as Omit<Problem, "path">[]).map((finding) => ({
      path: String(path),
      ...finding,
    })),
  );
  const conflicts = betweenFiles.flatMap(({ rows }) =>
    rows.map(
      ({ path, field, value, holder }): Problem => ({
        path: String(path),
        line: 1,
        column: 1,
        severity: "error",
        message: `the ${field} \`${value}\` is already that of ${holder}`,
        remedy: "give one of the two another; until then this file goes without",
      }),
    ),
  );
  return [...problems, ...conflicts].sort((one, other) =>
    one.path < other.path ? -1 : one.path > other.path ? 1 : one.line - other.line,
  );
}
