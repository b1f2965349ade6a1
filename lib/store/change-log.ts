import type { Client, InStatement, Row } from "@libsql/client";
import { z } from "zod";
import { cacheTags } from "@/lib/cache-tags";
import { maxTouchedPosts, viewOf } from "@/lib/store/change-schema";
import { findMeta } from "@/lib/store/content-database";
import { listShown, type PostColumns } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";
import {
  type PostPlace,
  type PostView,
  postPlace,
  postView,
  type TouchedPost,
} from "@/lib/store/post-view";
import { deriveTouchedTags, type TouchedTags } from "@/lib/store/touched-tags";
import { termUrl } from "@/lib/urls";

/** Tags beyond this number are forgotten, oldest first; a server that has missed them refreshes everything. */
const maxLoggedTags = 20_000;

/** Changes that a store knows it has been through; a server that stands further back refreshes everything. */
const maxRememberedChanges = 1000;

/**
 * A state of a store: the changes up to a number. Another `store` means that it was made anew. Numbers grow with the time,
 * so that a store which was restored from a copy never gives one again that it gave before: what it has been through tells
 * whether a server saw it in another state.
 */
export interface ContentState {
  store: string;
  change: number;
}

/** A page or listing that looks different. */
export interface TouchedTag {
  tag: string;
  /** Of the page that the tag names, where it names one. */
  address?: string;
}

/**
 * Logs the cache tags that are touched by what was written since this was last called. Ends every run, and begins it, so
 * that one that was killed counts as a change of its own. Safe beside another run, and to be killed at any moment: what
 * was touched is forgotten in the transaction that logs it.
 */
export async function recordChanges(
  client: Client,
  columns: PostColumns = postColumns,
): Promise<void> {
  const [known, touchedPosts, touchedNames] = await client.batch(
    [
      "SELECT 1 FROM meta WHERE name = 'change'",
      `SELECT touched_posts.*, ${viewOf("posts", columns)} AS now FROM touched_posts LEFT JOIN posts USING (key)`,
      "SELECT kind, name, version FROM touched_names",
    ],
    "read",
  );
  const posts = touchedPosts?.rows ?? [];
  const names = touchedNames?.rows ?? [];
  const isNew = known?.rows.length === 0;
  if (!isNew && posts.length === 0 && names.length === 0) return;
  const tags =
    isNew || posts.length > maxTouchedPosts
      ? "everything"
      : await findTouchedTags(client, posts, columns);
  if (tags !== "everything") for (const row of names) await addName(client, tags, row);
  const withdraws =
    tags === "everything" ||
    posts.map(toTouchedPost).some(isWithdrawn) ||
    (await areNamesGone(client, names));
  await client.batch([...logTags(tags, withdraws), ...forgetTouched(posts, names)], "write");
}

async function findTouchedTags(
  client: Client,
  rows: readonly Row[],
  columns: PostColumns,
): Promise<TouchedTags> {
  const touched = rows.map(toTouchedPost);
  const bystanders = await findBystanders(client, rows, touched, columns);
  return deriveTouchedTags(touched, bystanders, columns);
}

/** Whether readers saw a post before that they are to see no longer. */
const isWithdrawn = ({ before, after, gone }: TouchedPost): boolean =>
  before !== undefined && (after === undefined || gone);

/** Whether one of the pages and authors that were touched isn't there any more. */
async function areNamesGone(client: Client, names: readonly Row[]): Promise<boolean> {
  const { rows } = await client.execute({
    sql: `SELECT 1 FROM json_each(?) AS touched WHERE CASE touched.value ->> 0
      WHEN 'pages' THEN NOT EXISTS (SELECT 1 FROM pages WHERE address = touched.value ->> 1)
      WHEN 'authors' THEN NOT EXISTS (SELECT 1 FROM authors WHERE name = touched.value ->> 1)
      END LIMIT 1`,
    args: [JSON.stringify(names.map(({ kind, name }) => [kind, name]))],
  });
  return rows.length > 0;
}

function toTouchedPost(row: Row): TouchedPost {
  const [before, after] = [parseView(row.view), parseView(row.now)];
  return {
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
    body: row.body === 1,
    gone: row.gone === 1,
  };
}

const parseView = (json: unknown): PostView | undefined =>
  json === null ? undefined : postView.parse(JSON.parse(String(json)));

/** Places whose neighbours are looked up at once. */
const placesAtOnce = 500;

/**
 * The nearest public posts that are not touched themselves, on both sides of each place. What stands right beside it is
 * enough: where that is touched too, it is one of the places itself.
 */
async function findBystanders(
  client: Client,
  rows: readonly Row[],
  touched: readonly TouchedPost[],
  columns: PostColumns,
): Promise<PostPlace[]> {
  const keys = new Set(rows.map(({ key }) => Number(key)));
  const places = touched.flatMap(({ before, after }) => [before, after].filter((view) => !!view));
  const inLinks = listShown(columns, "links").map(([, { name }]) => name);
  const names = [...new Set(["id", "slug", "date", "month", ...inLinks])];
  const bystanders = new Map<string, PostPlace>();
  for (let start = 0; start < places.length; start += placesAtOnce) {
    const args = [JSON.stringify(places.slice(start, start + placesAtOnce).map(toPosition))];
    const beside = (comparison: string, direction: string) => ({
      sql: `SELECT DISTINCT posts.key, ${names.map((name) => `posts.${name}`).join(", ")} FROM json_each(?) AS place
        JOIN posts ON posts.key = (SELECT key FROM posts WHERE public = 1 AND slug IS NOT NULL
          AND (month, date, id) ${comparison} (place.value ->> 0, place.value ->> 1, place.value ->> 2)
          ORDER BY month ${direction}, date ${direction}, id ${direction} LIMIT 1)`,
      args,
    });
    const found = await client.batch([beside("<", "DESC"), beside(">", "ASC")], "read");
    for (const row of found.flatMap(({ rows }) => rows)) {
      if (!keys.has(Number(row.key))) bystanders.set(String(row.id), postPlace.parse(row));
    }
  }
  return [...bystanders.values()];
}

const toPosition = ({ columns: { month, date, id } }: PostView) => [month, date, id];

async function addName(client: Client, tags: TouchedTags, { kind, name }: Row): Promise<void> {
  const text = String(name);
  if (kind === "pages") {
    tags.set(cacheTags.page(text), `/${text}`);
    return;
  }
  if (kind === "settings") {
    tags.set(cacheTags.settings, undefined);
    return;
  }
  const { rows } = await client.execute({
    sql: "SELECT slug FROM terms WHERE taxonomy = 'author' AND name = ? AND slug IS NOT NULL",
    args: [text],
  });
  const slug = rows[0] && String(rows[0].slug);
  tags.set(cacheTags.author(text), slug && termUrl({ taxonomy: "author", slug }));
}

/** Milliseconds since 1970 UTC, by the clock of the store. */
const milliseconds = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)";

const nextChange = `max(${milliseconds},
  ifnull((SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'change'), 0) + 1)`;

const setMeta = (name: string, value: string): string =>
  `INSERT INTO meta VALUES ('${name}', ${value}) ON CONFLICT (name) DO UPDATE SET value = excluded.value`;

const thisChange = "(SELECT value FROM meta WHERE name = 'change')";

const historyWithThisChange = `(SELECT json_group_array(number) FROM (
  SELECT CAST(${thisChange} AS INTEGER) AS number
    UNION ALL SELECT value FROM json_each(ifnull((SELECT value FROM meta WHERE name = 'history'), '[]'))
    ORDER BY number DESC LIMIT ${maxRememberedChanges}))`;

/** The next change, and with it another name for the state of the store. */
const countChange: InStatement[] = [
  setMeta("change", nextChange),
  setMeta("history", historyWithThisChange),
  setMeta("generation", `(SELECT value FROM meta WHERE name = 'store') || '-' || ${thisChange}`),
];

/**
 * The latest change that took something away. A store that doesn't know of any may have been through one with code that
 * took no note of it.
 */
const noteWithdrawal = (withdraws: boolean): InStatement =>
  withdraws
    ? setMeta("withdrawal", thisChange)
    : `INSERT INTO meta VALUES ('withdrawal', ${thisChange}) ON CONFLICT (name) DO NOTHING`;

function logTags(tags: TouchedTags | "everything", withdraws: boolean): InStatement[] {
  if (tags === "everything") {
    return [
      ...countChange,
      noteWithdrawal(true),
      setMeta("floor", thisChange),
      "DELETE FROM changes",
    ];
  }
  if (tags.size === 0) return [];
  const listed = [...tags].map(([tag, address]) => ({ tag, address }));
  return [
    ...countChange,
    noteWithdrawal(withdraws),
    {
      sql: `INSERT INTO changes SELECT value ->> 'tag', CAST(${thisChange} AS INTEGER), value ->> 'address'
        FROM json_each(?) WHERE true
        ON CONFLICT (tag) DO UPDATE SET change = excluded.change, address = excluded.address`,
      args: [JSON.stringify(listed)],
    },
    ...forgetOldTags,
  ];
}

const oldest = `(SELECT change FROM changes ORDER BY change DESC LIMIT 1 OFFSET ${maxLoggedTags})`;

const forgetOldTags: InStatement[] = [
  `UPDATE meta SET value = ${oldest} WHERE name = 'floor' AND ${oldest} IS NOT NULL`,
  `DELETE FROM changes WHERE change <= (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'floor')`,
];

/** What was touched again since it was read stays for the next time. */
const forgetTouched = (posts: readonly Row[], names: readonly Row[]): InStatement[] => [
  {
    sql: `DELETE FROM touched_posts WHERE (row, version) IN
      (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
    args: [JSON.stringify(posts.map(({ row, version }) => [row, version]))],
  },
  {
    sql: `DELETE FROM touched_names WHERE (kind, name, version) IN
      (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))`,
    args: [JSON.stringify(names.map(({ kind, name, version }) => [kind, name, version]))],
  },
];

/** Names the state that readers see: another one after every change that they can see, and only then. */
export async function findGeneration(client: Client): Promise<string> {
  return (await findMeta(client, "generation")) ?? "";
}

/** Where the store stands; nothing where it was never brought up to date. */
export async function findContentState(client: Client): Promise<ContentState | undefined> {
  return (await readLog(client, Number.MAX_SAFE_INTEGER))?.state;
}

const refreshedBy = (site: string): string => `refreshed ${site}`;

/** The state of this store that a site was last seen to show; nothing where it never was. */
export async function findRefreshed(
  client: Client,
  site: string,
): Promise<ContentState | undefined> {
  const [store, change] = await Promise.all([
    findMeta(client, "store"),
    findMeta(client, refreshedBy(site)),
  ]);
  return store === undefined || change === undefined
    ? undefined
    : { store, change: Number(change) };
}

/** @param site its address */
export async function noteRefreshed(client: Client, site: string, change: number): Promise<void> {
  await client.execute({
    sql: "INSERT INTO meta VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    args: [refreshedBy(site), String(change)],
  });
}

interface FoundChanges {
  touched: TouchedTag[] | "everything";
  /** Whether one of the changes may have taken something away that readers saw. */
  withdraws: boolean;
  state: ContentState;
}

/**
 * What is touched by the changes after a state, and the state that they lead to.
 * @returns `everything` where the log doesn't reach back to that state, or the store was never in it; nothing where the
 *   store was never filled
 */
export async function findChangesSince(
  client: Client,
  since: ContentState | undefined,
): Promise<FoundChanges | undefined> {
  const log = await readLog(client, since?.change ?? Number.MAX_SAFE_INTEGER);
  if (!log) return undefined;
  const { state, floor, withdrawal, history, touched } = log;
  const reaches =
    since?.store === state.store && since.change >= floor && history.has(since.change);
  if (!reaches) return { touched: "everything", withdraws: true, state };
  return { touched, withdraws: withdrawal === undefined || withdrawal > since.change, state };
}

const numbers = z.array(z.int());

/** In one transaction, so that all of it belongs together. */
async function readLog(client: Client, after: number) {
  const [meta, log] = await client.batch(
    [
      "SELECT name, value FROM meta WHERE name IN ('store', 'change', 'floor', 'history', 'withdrawal')",
      {
        sql: "SELECT tag, address FROM changes WHERE change > ? ORDER BY change, tag",
        args: [after],
      },
    ],
    "read",
  );
  const facts = new Map(meta?.rows.map(({ name, value }) => [String(name), String(value)]));
  const [store, change, floor] = [facts.get("store"), facts.get("change"), facts.get("floor")];
  if (store === undefined || change === undefined) return undefined;
  const touched: TouchedTag[] = (log?.rows ?? []).map(({ tag, address }) => ({
    tag: String(tag),
    ...(address === null ? {} : { address: String(address) }),
  }));
  const history = new Set(numbers.parse(JSON.parse(facts.get("history") ?? "[]")));
  const withdrawal = facts.get("withdrawal");
  return {
    state: { store, change: Number(change) },
    floor: Number(floor),
    withdrawal: withdrawal === undefined ? undefined : Number(withdrawal),
    history,
    touched,
  };
}
