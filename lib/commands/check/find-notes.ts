import path from "node:path";
import { shortHash } from "@/lib/site/short-hash";

/** Where notes of checks are, and the code that they were made by; nothing where that can't be told from another. */
export async function findNotes(
  root: string,
  contentDirectory: string,
): Promise<{ file: string; code: string } | undefined> {
  const { href } = new URL("./code-fingerprint.mjs", import.meta.url);
  const { codeFingerprint }: { codeFingerprint: string | undefined } = await import(href);
  if (codeFingerprint === undefined) return undefined;
  const name = shortHash(path.relative(root, contentDirectory), 12);
  return { file: path.join(root, ".masthead/checked", name), code: codeFingerprint };
}
