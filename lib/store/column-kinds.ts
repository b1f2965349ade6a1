import type { Picture } from "@/lib/publication";
import type { Language } from "@/lib/site/site-settings";
import type { ColumnKind } from "@/lib/store/post-column";

/** The kinds of value that columns of posts hold. A record holds each as JSON, which SQL takes apart by itself. */

export const text: ColumnKind<string, string> = { type: "TEXT", read: String };

export const wholeNumber: ColumnKind<number, number> = { type: "INTEGER", read: Number };

/** Milliseconds since 1970 UTC; ISO 8601 for pages. */
export const instant: ColumnKind<number, string> = {
  type: "INTEGER",
  read: (value) => new Date(Number(value)).toISOString(),
};

/** 1 or 0. */
export const flag: ColumnKind<boolean, boolean> = { type: "INTEGER", read: (value) => value === 1 };

export const language: ColumnKind<Language, Language> = {
  type: "TEXT",
  read: (value) => String(value) as Language,
};

export const picture: ColumnKind<Picture, Picture> = {
  type: "TEXT",
  read: (value) => JSON.parse(String(value)) as Picture,
};

/** Keys of other rows, as a JSON list. */
export const keys: ColumnKind<number[], number[]> = {
  type: "TEXT",
  read: (value) => JSON.parse(String(value)) as number[],
};
