import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Environment } from "@/lib/environment";
import { nameSite } from "@/lib/page-cache/name-site";
import { sitePagesFolder } from "@/lib/page-cache/pages-folder";
import { processSlot } from "@/lib/process-state.mjs";
import type { ContentState } from "@/lib/store/change-log";

/** States of the content that pages were made from, as files; paths are absolute. */

/** Beside the build, and gone with it: the state that its pages were made from. */
export const builtStateFile = (root: string): string =>
  path.join(root, ".next/masthead-content.json");

/** Beside the pages that this server keeps: the state up to which its page cache knows what is out of date. */
export const keptStateFile = (root: string, environment: Environment): string =>
  path.join(sitePagesFolder(root, nameSite(environment)), "content.json");

/** The changes that the pages of this server know of. */
export const knownState = processSlot<ContentState>("knownContentState");

const stateFormat = z.strictObject({ store: z.string(), change: z.int() });

/** Whole or not at all. */
export function saveState(file: string, state: ContentState): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, JSON.stringify(state));
  renameSync(draft, file);
}

/** Nothing where there is no such file or it is damaged: then every page counts as out of date. */
export function findState(file: string): ContentState | undefined {
  return existsSync(file) ? parseState(readFileSync(file, "utf8")) : undefined;
}

/** As `saveState` writes it; undefined for anything else. */
export function parseState(text: string): ContentState | undefined {
  try {
    return stateFormat.parse(JSON.parse(text));
  } catch (thrown) {
    if (thrown instanceof SyntaxError || thrown instanceof z.ZodError) return undefined;
    throw thrown;
  }
}
