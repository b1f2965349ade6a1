import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { ContentState } from "@/lib/store/change-log";

/** The state of the content that the pages of the build were made from; beside the build, and gone with it. */
const file = ".next/masthead-content.json";

const stateFormat = z.strictObject({ store: z.string(), change: z.int() });

/** @param root absolute path of the project */
export function saveBuiltState(root: string, state: ContentState): void {
  const target = path.join(root, file);
  const draft = `${target}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(state));
  renameSync(draft, target);
}

/**
 * Nothing where it isn't known: then every page of the build counts as out of date.
 * @param root absolute path of the project
 */
export function findBuiltState(root: string): ContentState | undefined {
  const target = path.join(root, file);
  if (!existsSync(target)) return undefined;
  try {
    return stateFormat.parse(JSON.parse(readFileSync(target, "utf8")));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof z.ZodError) return undefined;
    throw thrown;
  }
}
