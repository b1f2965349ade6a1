import { readFileSync } from "node:fs";
import path from "node:path";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { readDocument } from "@/lib/content/read-document";
import { describeUnreadable, isFileSystemError } from "@/lib/ingest/file-system-error";
import { listFiles } from "@/lib/ingest/list-files";
import type { Finding, Problem } from "@/lib/problem";

/** Fields that no two posts may share. */
const uniqueFields = ["id", "slug"] as const;

/**
 * Reads every file of the content folder and lists every problem, by path and line. Touches no store.
 * @throws Error where the folder itself can't be read
 */
export async function checkFolder(
  contentDirectory: string,
  timeZone: string,
): Promise<{ files: number; problems: Problem[] }> {
  const context = { declarations: await listFieldDeclarations(), timeZone };
  const problems: Problem[] = [];
  const holders = new Map<string, string>();
  const files = listFiles(contentDirectory, Date.now());
  for (const file of files) {
    const findings: Finding[] = [];
    const bytes = readBytes(path.join(contentDirectory, file.path));
    if (bytes instanceof Uint8Array) {
      const read = readDocument(file.path, bytes, context);
      if (read.outcome !== "ignored") findings.push(...read.findings);
      if (read.outcome === "read" && read.source.type === "Post") {
        findings.push(...findConflicts(file.path, read.source.fields, holders));
      }
    } else findings.push(describeUnreadable(bytes));
    problems.push(...findings.map((finding) => ({ path: file.path, ...finding })));
  }
  return { files: files.length, problems };
}

function readBytes(file: string): Uint8Array | NodeJS.ErrnoException {
  try {
    return readFileSync(file);
  } catch (thrown) {
    if (isFileSystemError(thrown)) return thrown;
    throw thrown;
  }
}

function* findConflicts(
  file: string,
  fields: Record<string, unknown>,
  holders: Map<string, string>,
): Generator<Finding> {
  for (const field of uniqueFields) {
    const value = fields[field];
    if (value === undefined) continue;
    const key = `${field}: ${value}`;
    const holder = holders.get(key);
    if (holder === undefined) holders.set(key, file);
    else {
      yield {
        line: 1,
        column: 1,
        severity: "error",
        message: `\`${key}\` is already that of ${holder}`,
        remedy: "give one of the two another",
      };
    }
  }
}
