import type { Client } from "@libsql/client";
import { noteTrouble } from "@/lib/site/database-trouble";

/** Of the two databases of a site: what they are called, what says where they are, and what helps against damage. */
const databases = {
  content: {
    name: "the content store",
    variable: "CONTENT_DATABASE_URL",
    ifDamaged: "a damaged file can be deleted, it is made anew",
  },
  comments: {
    name: "the comments' database",
    variable: "COMMENTS_DATABASE_URL",
    ifDamaged: "a damaged file has to come back from a copy, nothing else holds what is in it",
  },
} as const;

export type DatabaseName = keyof typeof databases;

/** On errors of the driver; all bundles of a server know it. */
const mark = Symbol.for("masthead.failed-database");

/**
 * A client whose failures tell which database has failed, for the driver's errors don't: asked for a post, the content
 * store may fail in the middle of work on comments. They stay what they are otherwise.
 */
export function markFailures(client: Client, database: DatabaseName): Client {
  return new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "execute" && name !== "batch") return value.bind(target);
      return async (...args: unknown[]) => {
        try {
          return await Reflect.apply(value, target, args);
        } catch (thrown) {
          noteTrouble(database, thrown);
          if (thrown instanceof Error) Reflect.defineProperty(thrown, mark, { value: database });
          throw thrown;
        }
      };
    },
  });
}

/**
 * What an operator needs where a database has failed, rather than we: which one, why, what to look at. Nothing where the
 * mistake is ours. Errors are known by what they carry: each bundle of a server has classes of its own.
 */
export function explainDatabaseFailure(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if (thrown.name === "ContentStoreError" || thrown.name === "CommentsStoreError") {
    return thrown.message;
  }
  const database: unknown = Reflect.get(thrown, mark);
  return database === "content" || database === "comments"
    ? describeFailure(thrown, database)
    : undefined;
}

/** The same where it is known which database it is about. @param where its address, where that helps */
export function describeFailure(thrown: unknown, database: DatabaseName, where = ""): string {
  const { name, variable, ifDamaged } = databases[database];
  const what = where === "" ? name : `${name} at ${where}`;
  if (isFull(thrown)) {
    return `${what} can't grow, its disk is full (${reasonOf(thrown)}); make room there, and run it again: what was committed is kept`;
  }
  return isUnreachable(thrown)
    ? `${what} can't be reached (${reasonOf(thrown)}); see that its server runs, and check ${variable}`
    : `${what} can't be used (${reasonOf(thrown)}); check ${variable} and that its folder can be written; ${ifDamaged}`;
}

/** A file as SQLite says it; a server hands SQLite's words on. */
const isFull = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  (("code" in thrown && thrown.code === "SQLITE_FULL") ||
    /SQLITE_FULL|database or disk is full/.test(thrown.message));

/** As `fetch` says it, through which the driver speaks to servers. */
const isUnreachable = (thrown: unknown): thrown is Error =>
  thrown instanceof Error &&
  (thrown.name === "TimeoutError" ||
    (thrown instanceof TypeError && thrown.message === "fetch failed"));

/** `fetch` tells why in the cause alone. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause, message } = thrown;
  return isUnreachable(thrown) && cause instanceof Error ? cause.message || cause.name : message;
}
