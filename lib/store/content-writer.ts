import type { Client, InStatement } from "@libsql/client";
import { findKept } from "@/lib/store/kept-versions";
import type { PostColumns } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";
import type { AuthorRecord, FileRecord, PageRecord, PostRecord } from "@/lib/store/records";
import { keepAddresses } from "@/lib/store/redirect-slugs";
import {
  deletePagesAndAuthors,
  deletePosts,
  each,
  unlistPosts,
} from "@/lib/store/removal-statements";

/** What one batch of files brings into the store. */
export interface Batch {
  /** Posts, of this batch or not, that must give up their ids first. */
  evictions: { path: string; from: string; to: string }[];
  files: FileRecord[];
  posts: PostRecord[];
  pages: PageRecord[];
  authors: AuthorRecord[];
}

/** Bound values of a statement are limited, and a body takes three. */
const bodiesPerStatement = 100;

/**
 * Writes a batch in one transaction: each of its files stands in the store with its document, or as it was before.
 * Whatever a file gave before is replaced, unless it gives nothing now by mistake: then readers go on seeing what they saw.
 * `settle` must follow the last batch.
 * @param now milliseconds; posts dated later are not public yet
 */
export async function writeBatch(
  client: Client,
  batch: Batch,
  now: number,
  columns: PostColumns = postColumns,
): Promise<void> {
  const { evictions, files, posts, pages, authors } = batch;
  const mistakes = files.filter(({ isMistake }) => isMistake).map(({ path }) => path);
  const kept = await findKept(client, mistakes, now);
  const postPaths = new Set(posts.map(({ path }) => path));
  const replaced = files.map(({ path }) => path).filter((path) => !kept.has(path));
  const withoutPost = replaced.filter((path) => !postPaths.has(path));
  await client.batch(
    [
      ...evictPosts(evictions),
      ...(await keepAddresses(client, withoutPost)),
      ...deletePosts(withoutPost),
      ...unlistPosts([...postPaths]),
      ...writeTerms(posts),
      ...writePosts(posts, now, columns),
      ...writeBodies(posts),
      ...writePages(replaced, pages, authors),
      ...writeFiles(files, kept, now),
    ],
    "write",
  );
}

function evictPosts(evictions: Batch["evictions"]): InStatement[] {
  if (evictions.length === 0) return [];
  const args = [JSON.stringify(evictions)];
  return [
    {
      sql: `INSERT OR IGNORE INTO unsettled SELECT 'slug', slug_base FROM posts
        WHERE path IN (SELECT value ->> 'path' FROM json_each(?))`,
      args,
    },
    // What it was found at before is its own, unless it is the id's.
    {
      sql: `UPDATE OR IGNORE redirects SET post_id = eviction.value ->> 'to'
        FROM json_each(?) AS eviction JOIN posts ON posts.id = eviction.value ->> 'from'
        WHERE redirects.post_id = posts.id AND posts.own_id IS NULL`,
      args,
    },
    ...["post_terms", "posts"].map((table) => ({
      sql: `UPDATE ${table} SET id = eviction.value ->> 'to' FROM json_each(?) AS eviction
        WHERE ${table}.id = eviction.value ->> 'from'`,
      args,
    })),
    {
      sql: `UPDATE files SET post_id = eviction.value ->> 'to' FROM json_each(?) AS eviction
        WHERE files.path = eviction.value ->> 'path'`,
      args,
    },
  ];
}

function writeTerms(posts: readonly PostRecord[]): InStatement[] {
  const terms = new Map(
    posts.flatMap((post) => post.terms).map((term) => [`${term.taxonomy}/${term.name}`, term]),
  );
  return [
    {
      sql: `INSERT OR IGNORE INTO terms (taxonomy, name)
        SELECT value ->> 'taxonomy', value ->> 'name' FROM json_each(?)`,
      args: [JSON.stringify([...terms.values()])],
    },
  ];
}

function writePosts(
  posts: readonly PostRecord[],
  now: number,
  columns: PostColumns,
): InStatement[] {
  if (posts.length === 0) return [];
  const records = JSON.stringify(posts.map(({ body: _, dictionary: __, ...record }) => record));
  const args = [records];
  const paths = [JSON.stringify(posts.map(({ path }) => path))];
  return [
    // A post that is given an id of its own takes its former slugs along.
    {
      sql: `UPDATE OR IGNORE redirects SET post_id = post.value ->> 'id'
        FROM json_each(?) AS post JOIN posts ON posts.path = post.value ->> 'path'
        WHERE redirects.post_id = posts.id AND posts.own_id IS NULL AND posts.id <> post.value ->> 'id'`,
      args,
    },
    { sql: insertPosts(columns), args: { records, now } },
    {
      sql: `INSERT OR IGNORE INTO post_terms SELECT term.value, public, date, posts.id
        FROM posts, json_each(posts.terms) AS term WHERE posts.path IN ${each}`,
      args: paths,
    },
    {
      sql: `INSERT OR IGNORE INTO unsettled SELECT 'term', term.value FROM posts, json_each(posts.terms) AS term
        WHERE posts.path IN ${each}`,
      args: paths,
    },
    {
      sql: `INSERT OR IGNORE INTO unsettled SELECT 'slug', slug_base FROM posts WHERE path IN ${each}`,
      args: paths,
    },
    {
      sql: `INSERT OR IGNORE INTO unsettled SELECT 'month', month FROM posts WHERE path IN ${each}`,
      args: paths,
    },
    {
      sql: `DELETE FROM redirects WHERE declared = 1 AND post_id IN (SELECT value ->> 'id' FROM json_each(?))`,
      args,
    },
    {
      sql: `INSERT OR IGNORE INTO redirects SELECT old.value, post.value ->> 'id', 1
        FROM json_each(?) AS post, json_each(post.value, '$.oldAddresses') AS old`,
      args,
    },
  ];
}

/** A file gives its post another row's values, not another row. */
function insertPosts(columns: PostColumns): string {
  const written = Object.entries(columns).filter(([, column]) => column.written !== false);
  const names = written.map(([, { name }]) => name);
  const values = written.map(([field, { written }]) => written || `record.value ->> '${field}'`);
  const replaced = names.filter((name) => name !== "path");
  return `INSERT INTO posts (${names.join(", ")}) SELECT ${values.join(", ")} FROM json_each(:records) AS record WHERE true
    ON CONFLICT (path) DO UPDATE SET ${replaced.map((name) => `${name} = excluded.${name}`).join(", ")}`;
}

function writeBodies(posts: readonly PostRecord[]): InStatement[] {
  const statements: InStatement[] = [];
  for (let start = 0; start < posts.length; start += bodiesPerStatement) {
    const some = posts.slice(start, start + bodiesPerStatement);
    const values = some.map(() => "((SELECT key FROM posts WHERE path = ?), ?, ?)").join(", ");
    statements.push({
      sql: `INSERT OR REPLACE INTO bodies VALUES ${values}`,
      args: some.flatMap(({ path, body, dictionary }) => [path, body, dictionary ?? null]),
    });
  }
  return statements;
}

function writePages(
  paths: readonly string[],
  pages: readonly PageRecord[],
  authors: readonly AuthorRecord[],
): InStatement[] {
  return [
    ...deletePagesAndAuthors(paths),
    ...pages.map(({ address, path, title, lang, summary, body }) => ({
      sql: "INSERT INTO pages (address, path, title, lang, summary, html) VALUES (?, ?, ?, ?, ?, ?)",
      args: [address, path, title, lang, summary, body],
    })),
    ...authors.map(({ name, path, lang, summary, body }) => ({
      sql: "INSERT INTO authors (name, path, lang, summary, html) VALUES (?, ?, ?, ?, ?)",
      args: [name, path, lang, summary, body],
    })),
  ];
}

const writeFiles = (
  files: readonly FileRecord[],
  kept: ReadonlySet<string>,
  now: number,
): InStatement[] => [
  {
    sql: `INSERT OR REPLACE INTO files (path, hash, stamp, pipeline, post_id, problems, brought_in, outdated)
    SELECT new.value ->> 'path', new.value ->> 'hash', new.value ->> 'stamp', new.value ->> 'pipeline',
      new.value ->> 'postId', new.value ->> 'findings',
      CASE WHEN new.value ->> 'outdated' OR old.hash = new.value ->> 'hash' THEN ifnull(old.brought_in, :now) ELSE :now END,
      new.value ->> 'outdated'
    FROM json_each(:files) AS new LEFT JOIN files AS old ON old.path = new.value ->> 'path'`,
    args: {
      files: JSON.stringify(files.map((file) => ({ ...file, outdated: kept.has(file.path) }))),
      now,
    },
  },
  {
    sql: `DELETE FROM absent_posts WHERE path IN ${each}`,
    args: [JSON.stringify(files.map(({ path }) => path))],
  },
];
