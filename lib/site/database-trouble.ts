import { processSlot } from "@/lib/process-state.mjs";

/** What has failed of the databases since the process began. */
interface DatabaseTrouble {
  /** How often each could not do what it was asked for. */
  failures: Record<"content" | "comments", number>;
  /** When one last failed, by `performance.now()`. */
  last: number;
}

const trouble = processSlot<DatabaseTrouble>("databaseTrouble");

export const databaseTrouble = (): Readonly<DatabaseTrouble> => {
  trouble.value ??= { failures: { content: 0, comments: 0 }, last: Number.NEGATIVE_INFINITY };
  return trouble.value;
};

/** Takes note of an error of the driver, unless it says that what was asked for makes no sense: that is a mistake of ours. */
export function noteTrouble(database: "content" | "comments", thrown: unknown): void {
  if (isOurMistake(thrown)) return;
  const { failures } = databaseTrouble();
  failures[database] += 1;
  trouble.value = { failures, last: performance.now() };
}

const code = (thrown: unknown): string =>
  thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";

/** A table or column that isn't there is another store than ours, or an empty one. */
const isOurMistake = (thrown: unknown): boolean =>
  /^SQLITE_(?:ERROR|CONSTRAINT|MISUSE|RANGE|MISMATCH|TOOBIG)/.test(code(thrown)) &&
  !/no such (?:table|column)/.test(thrown instanceof Error ? thrown.message : "");
