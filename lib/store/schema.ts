import { shortHash } from "@/lib/site/short-hash";
import { buildChangeSchema } from "@/lib/store/change-schema";
import { defineColumn, type PostColumns } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";
import { settingsSchema } from "@/lib/store/settings-schema";

const otherTables: readonly string[] = [
  `CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID`,

  // One row for every file of the folder, those left out too. \`problems\` is a JSON list. \`brought_in\` is when the version
  // was brought in that readers see of it; \`outdated\` is set where that is not the file as it is now.
  `CREATE TABLE files (
    path TEXT PRIMARY KEY,
    hash TEXT NOT NULL,
    stamp TEXT NOT NULL,
    pipeline TEXT NOT NULL,
    post_id TEXT,
    problems TEXT NOT NULL,
    brought_in INTEGER NOT NULL DEFAULT 0,
    outdated INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID`,
  "CREATE INDEX files_outdated ON files (path) WHERE outdated = 1",

  // Ids of posts whose files are away: should one come back to its path, it is the same post, with its comments.
  `CREATE TABLE absent_posts (
    path TEXT PRIMARY KEY,
    post_id TEXT NOT NULL
  ) WITHOUT ROWID`,

  // Public posts of each month, so that a page deep in the archive is found by adding up months, not by passing posts.
  `CREATE TABLE months (
    month INTEGER PRIMARY KEY,
    count INTEGER NOT NULL
  )`,

  `CREATE TABLE bodies (
    post_key INTEGER PRIMARY KEY,
    html BLOB NOT NULL,
    dictionary INTEGER
  )`,

  // What bodies are packed with; archives of some size have one, made when they first came in.
  `CREATE TABLE dictionaries (
    key INTEGER PRIMARY KEY,
    bytes BLOB NOT NULL
  )`,

  `CREATE TABLE terms (
    key INTEGER PRIMARY KEY,
    taxonomy TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT,
    count INTEGER NOT NULL DEFAULT 0,
    UNIQUE (taxonomy, name),
    UNIQUE (taxonomy, slug)
  )`,
  "CREATE INDEX terms_by_count ON terms (taxonomy, count)",

  // In the order of a listing, so that a page of a tag is one stretch of one index.
  `CREATE TABLE post_terms (
    term_key INTEGER NOT NULL,
    public INTEGER NOT NULL,
    date INTEGER NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (term_key, public, date, id)
  ) WITHOUT ROWID`,

  // \`address\` is the key of an old path (lib/site/address-key.ts): one that the file declares, or a former slug.
  // Several posts may claim one; the reader chooses.
  `CREATE TABLE redirects (
    address INTEGER NOT NULL,
    post_id TEXT NOT NULL,
    declared INTEGER NOT NULL,
    PRIMARY KEY (address, post_id, declared)
  ) WITHOUT ROWID`,
  "CREATE INDEX redirects_by_post ON redirects (post_id, declared)",

  // Pages and authors are few. Where two want the same address or name, the first path has it.
  `CREATE TABLE pages (
    path TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    title TEXT NOT NULL,
    lang TEXT NOT NULL,
    summary TEXT NOT NULL,
    html BLOB NOT NULL
  ) WITHOUT ROWID`,

  "CREATE INDEX pages_by_address ON pages (address, path)",
  `CREATE TABLE authors (
    path TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    lang TEXT NOT NULL,
    summary TEXT NOT NULL,
    html BLOB NOT NULL
  ) WITHOUT ROWID`,

  "CREATE INDEX authors_by_name ON authors (name, path)",

  // What the batches of a run have touched and its end must still put right, so that a killed run is made good:
  // 'slug' (a slug base whose posts may contend), 'term' (the key of a term to be counted) and 'month' (likewise).
  `CREATE TABLE unsettled (
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (kind, value)
  ) WITHOUT ROWID`,
];

const buildPostTable = (columns: PostColumns): string[] => [
  `CREATE TABLE posts (
    ${Object.values(columns).map(defineColumn).join(",\n    ")}
  )`,
  "CREATE INDEX posts_by_date ON posts (public, month, date, id)",
  "CREATE INDEX posts_by_slug_base ON posts (slug_base)",
  "CREATE INDEX posts_by_own_id ON posts (own_id) WHERE own_id IS NOT NULL",
  "CREATE INDEX posts_by_own_slug ON posts (path) WHERE own_slug = 1",
  "CREATE INDEX posts_scheduled ON posts (date) WHERE public = 0 AND draft = 0",
];

/**
 * Everything here can be derived from the content folder, but for the ids of posts that were moved, and the addresses that
 * posts had. Dates are milliseconds since 1970 UTC; `month` is a number such as 202310 in the site's zone and grows with
 * `date`, so that one index serves the latest posts, a year's and a month's.
 */
export const buildSchema = (columns: PostColumns = postColumns): string[] => [
  ...otherTables,
  ...buildPostTable(columns),
  ...buildChangeSchema(columns),
  ...settingsSchema,
];

export const schema: readonly string[] = buildSchema();

/** Another one with every change of the schema: a store of another version is built anew from the content folder. */
export const versionOf = (statements: readonly string[]): string =>
  shortHash(statements.join(";\n"), 16);

export const schemaVersion = versionOf(schema);

/** The tables above, which are all that may be dropped. */
export const tables: readonly string[] = schema.flatMap(
  (statement) => /^CREATE TABLE (\w+)/.exec(statement)?.[1] ?? [],
);
