import { listWatched, type PostColumns } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";

/**
 * How the store knows what a run has changed for readers, whoever wrote it and however often it was killed: triggers keep
 * what readers saw of a post before the first change to it, in the transaction of the change; `recordChanges` compares
 * that with what is there at the end of a run, and logs the cache tags that are touched (decisions/0006-publishing.md).
 */

/** More posts than this are not compared one by one: then everything counts as touched. */
export const maxTouchedPosts = 2000;

/**
 * What readers see of a post without its body, and the addresses that lead to it, as JSON; NULL where readers see nothing.
 * @param row name of the table or of the trigger's row
 */
export const viewOf = (row: string, columns: PostColumns = postColumns): string => `CASE
  WHEN ${row}.public = 1 AND ${row}.slug IS NOT NULL THEN json_object(
    'columns', json_object(${listWatched(columns)
      .map((name) => `'${name}', ${row}.${name}`)
      .join(", ")}),
    'terms', (SELECT json_group_array(json_array(taxonomy, slug, name)) FROM (
      SELECT terms.taxonomy, terms.slug, terms.name FROM json_each(${row}.terms) AS named
        JOIN terms ON terms.key = named.value WHERE terms.slug IS NOT NULL ORDER BY named.key)),
    'addresses', (SELECT json_group_array(json_array(address, declared)) FROM (
      SELECT address, declared FROM redirects WHERE post_id = ${row}.id ORDER BY address, declared)))
  END`;

/** A store that was never brought up to date has been seen by nobody, and beyond the limit nothing needs to be known. */
const worthRecording = `EXISTS (SELECT 1 FROM meta WHERE name = 'change')
  AND ifnull((SELECT max(row) FROM touched_posts), 0) <= ${maxTouchedPosts}`;

/** `version` tells a reader of the row whether it was touched again since. */
const recordPost = (columns: string, from: string, again: string): string =>
  `INSERT INTO touched_posts (key, view${columns}) ${from} ON CONFLICT (key) DO UPDATE SET version = version + 1${again};`;

const trigger = (name: string, event: string, condition: string, action: string): string =>
  `CREATE TRIGGER ${name} ${event} WHEN ${condition} BEGIN ${action} END`;

export const recordName = (kind: string, name: string): string =>
  `INSERT INTO touched_names (kind, name) VALUES ('${kind}', ${name})
    ON CONFLICT (kind, name) DO UPDATE SET version = version + 1;`;

/** Pages and authors are few: to be written is to be touched. */
const namedTriggers = (table: string, column: string): string[] =>
  (
    [
      ["BEFORE INSERT", ["new"]],
      ["BEFORE UPDATE", ["old", "new"]],
      ["BEFORE DELETE", ["old"]],
    ] as const
  ).map(([event, rows]) =>
    trigger(
      `${table}_${event.slice("BEFORE ".length).toLowerCase()}`,
      `${event} ON ${table}`,
      "EXISTS (SELECT 1 FROM meta WHERE name = 'change')",
      rows.map((row) => recordName(table, `${row}.${column}`)).join(" "),
    ),
  );

const changeTables: readonly string[] = [
  // \`view\` is what readers saw before the first change, \`gone\` that the row was deleted since, \`body\` that its body
  // was replaced by another one.
  `CREATE TABLE touched_posts (
    row INTEGER PRIMARY KEY,
    key INTEGER NOT NULL UNIQUE,
    view TEXT,
    body INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1
  )`,
  `CREATE TABLE touched_names (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (kind, name)
  ) WITHOUT ROWID`,

  // The log: the number of the latest change that touched a tag, and the address of what carries it. The number of the
  // latest change of all stands in \`meta\` as 'change', that of the latest that isn't in the log any more as 'floor'.
  `CREATE TABLE changes (
    tag TEXT PRIMARY KEY,
    change INTEGER NOT NULL,
    address TEXT
  ) WITHOUT ROWID`,
  "CREATE INDEX changes_by_number ON changes (change)",

  // A store that was made anew is not the one that a server knows the changes of.
  "INSERT INTO meta VALUES ('store', lower(hex(randomblob(8))))",
];

function buildPostTriggers(columns: PostColumns): string[] {
  const watched = listWatched(columns);
  const recordById = (id: string): string =>
    recordPost("", `SELECT key, ${viewOf("posts", columns)} FROM posts WHERE id = ${id}`, "");
  return [
    trigger(
      "posts_insert",
      "AFTER INSERT ON posts",
      worthRecording,
      recordPost("", "VALUES (new.key, NULL)", ""),
    ),
    trigger(
      "posts_update",
      "BEFORE UPDATE ON posts",
      `(${watched.map((name) => `old.${name}`).join(", ")})
      IS NOT (${watched.map((name) => `new.${name}`).join(", ")}) AND ${worthRecording}`,
      recordPost("", `VALUES (old.key, ${viewOf("old", columns)})`, ""),
    ),
    trigger(
      "posts_delete",
      "BEFORE DELETE ON posts",
      worthRecording,
      recordPost(", gone", `VALUES (old.key, ${viewOf("old", columns)}, 1)`, ", gone = 1"),
    ),
    trigger(
      "bodies_insert",
      "BEFORE INSERT ON bodies",
      `NOT EXISTS (SELECT 1 FROM bodies WHERE post_key = new.post_key AND html = new.html
      AND dictionary IS new.dictionary) AND ${worthRecording}`,
      recordPost(
        ", body",
        `SELECT key, ${viewOf("posts", columns)}, 1 FROM posts WHERE key = new.post_key`,
        ", body = 1",
      ),
    ),
    trigger(
      "redirects_insert",
      "BEFORE INSERT ON redirects",
      worthRecording,
      recordById("new.post_id"),
    ),
    trigger(
      "redirects_update",
      "BEFORE UPDATE ON redirects",
      worthRecording,
      `${recordById("old.post_id")} ${recordById("new.post_id")}`,
    ),
    trigger(
      "redirects_delete",
      "BEFORE DELETE ON redirects",
      worthRecording,
      recordById("old.post_id"),
    ),
  ];
}

/** Belongs to the schema of the store, behind the tables that it watches. */
export const buildChangeSchema = (columns: PostColumns): string[] => [
  ...changeTables,
  ...buildPostTriggers(columns),
  ...namedTriggers("pages", "address"),
  ...namedTriggers("authors", "name"),
];
