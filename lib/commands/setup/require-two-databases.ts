import { type Environment, sharedDatabase } from "@/lib/environment";
import { isSameDatabase } from "@/lib/site/same-database";

/**
 * Before either is opened: the content store is made anew at any time, and would take the comments with it. The environment has
 * compared the addresses; where links lead only the disk tells.
 * @throws EnvironmentError
 */
export function requireTwoDatabases({
  contentDatabase,
  commentsDatabase,
}: Pick<Environment, "contentDatabase" | "commentsDatabase">): void {
  if (commentsDatabase && isSameDatabase(contentDatabase, commentsDatabase)) {
    throw sharedDatabase(contentDatabase, commentsDatabase);
  }
}
