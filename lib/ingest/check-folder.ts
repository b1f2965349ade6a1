import { type Claim, findConflicts, listClaims } from "@/lib/ingest/claims";
import { listFiles } from "@/lib/ingest/list-files";
import { createSourceReader } from "@/lib/ingest/source-reader";
import { compareProblems, type Problem } from "@/lib/problem";

/**
 * Reads every file of the content folder and lists every problem, by path and line. Touches no store.
 * @throws Error where the folder itself can't be read
 */
export async function checkFolder(
  contentDirectory: string,
  timeZone: string,
): Promise<{ files: number; problems: Problem[] }> {
  const read = await createSourceReader(contentDirectory, timeZone);
  const problems: Problem[] = [];
  const claims: Claim[] = [];
  const files = listFiles(contentDirectory, Date.now());
  for (const { path } of files) {
    const result = read(path);
    if (result.outcome === "ignored") continue;
    problems.push(...result.findings.map((finding) => ({ path, ...finding })));
    if (result.outcome === "read") claims.push(...listClaims(path, result));
  }
  problems.push(...findConflicts(claims));
  return { files: files.length, problems: problems.sort(compareProblems) };
}
