import type { Value } from "@libsql/client";

/** What the table of a post's columns (post-columns.ts) says of each. */

/** How a column keeps a value: `Recorded` is what a record holds, as JSON, and `Shown` what pages get. */
export interface ColumnKind<Recorded, Shown> {
  /** In SQL. */
  type: "TEXT" | "INTEGER";
  /** From what the column holds to what pages get; NULL never comes here. */
  read: (value: Value) => Shown;
  /** Never set: for the types alone. */
  recorded?: Recorded;
}

/** Where readers see a post, from the fewest columns to the most: what a link says, listings and the post's page say too. */
export const places = ["links", "listings", "page"] as const;

export type Place = (typeof places)[number];

interface ColumnBase {
  /** In SQL. */
  name: string;
  constraint?: "PRIMARY KEY" | "UNIQUE";
  /**
   * What a batch writes, in SQL, where that isn't the field of the record: `record.value` is the record as JSON, `:now` the
   * time of the run. `false`: not a batch but the database or `settle` gives it its value.
   */
  written?: string | false;
  /** Pages don't get it as a field of the same name, but as a part of something else. */
  inOtherForm?: true;
  /** Whether it decides where an old address leads. */
  decidesAddress?: true;
}

/** `optional` columns are NULL where the record has no such field. */
type ColumnOrigin =
  | { of: ColumnKind<unknown, unknown>; optional?: true; from?: never }
  /** Texts that are carried over from the document as they stand in its front matter, under the same name. */
  | { of: ColumnKind<string, string>; optional: true; from: "front matter" };

/**
 * `shown` is the first place where readers see it. What is shown `indirectly` decides whether and under what address or
 * terms readers see the post; the comparison of posts says how. `queried` is what posts are looked up or ordered by, and so
 * stands in an index. What is neither shown nor queried has no business in the store.
 */
export type ColumnUse =
  | { shown: Place | "indirectly"; queried?: true }
  | { shown: "nowhere"; queried: true };

export type PostColumn = ColumnBase & ColumnOrigin & ColumnUse;

/** By the names of the record's fields. */
export type PostColumns = Readonly<Record<string, PostColumn>>;

/** Columns that are shown in a place, there or in a smaller one first. */
export const listShown = (columns: PostColumns, place: Place): [field: string, PostColumn][] =>
  Object.entries(columns).filter(([, { shown }]) =>
    places.slice(0, places.indexOf(place) + 1).some((within) => within === shown),
  );

/** Names in SQL of the columns whose change can be seen in any way. */
export const listWatched = (columns: PostColumns): string[] =>
  Object.values(columns).flatMap(({ name, shown }) => (shown === "nowhere" ? [] : [name]));

/** As CREATE TABLE wants it. */
export function defineColumn({ name, of, constraint, optional, written }: PostColumn): string {
  const isSet = written !== false && !optional;
  return [name, of.type, ...(isSet ? ["NOT NULL"] : []), constraint ?? []].flat().join(" ");
}
