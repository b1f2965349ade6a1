import { commentsStore } from "@/lib/comments/comments-store";
import { configureComments } from "@/lib/comments/configuration";
import { within } from "@/lib/queries/health";
import { presentSettings } from "@/lib/queries/present-settings";

/** How many comments there are of each status; undefined where they aren't kept here, or can't be counted now. */
export async function countCommentsByStatus(): Promise<Record<string, number> | undefined> {
  if (configureComments(presentSettings().comments).provider !== "builtin") return undefined;
  return within(count(), undefined);
}

async function count(): Promise<Record<string, number> | undefined> {
  try {
    const store = await commentsStore();
    const { rows } = await store.execute(
      "SELECT status, count(*) AS count FROM comments GROUP BY status",
    );
    return Object.fromEntries(rows.map((row) => [String(row.status), Number(row.count)]));
  } catch {
    // The failure is counted, and named by /api/health.
    return undefined;
  }
}
