import type { Client } from "@libsql/client";
import { findClaim } from "@/lib/ingest/claims";
import { decideByPath, describeConflict } from "@/lib/ingest/conflicts";
import type { RunFiles } from "@/lib/ingest/run-files";
import { compareProblems, type Problem, withShownVersion } from "@/lib/problem";
import { listConflicts, listProblems, listRivals } from "@/lib/store/file-reader";
import type { OutdatedFile } from "@/lib/store/kept-versions";

/**
 * Every problem of every file; what two files both claim is looked up where it stands.
 * @param outdated files of which readers see an earlier version
 */
export async function findProblems(
  client: Client,
  contents: Pick<RunFiles, "claims">,
  outdated: readonly OutdatedFile[],
): Promise<Problem[]> {
  const conflicts = [...(await listConflicts(client)), ...decideByPath(await listRivals(client))];
  const described = conflicts.map((conflict) =>
    describeConflict(conflict, findClaim(contents.claims(conflict.path), conflict.field)?.at),
  );
  const own = sayWhatIsShown(await listProblems(client), outdated);
  return [...own, ...described].sort(compareProblems);
}

/** Adds to the errors of files which version of them readers see. */
export function sayWhatIsShown(
  problems: readonly Problem[],
  outdated: readonly OutdatedFile[],
): Problem[] {
  const shown = new Map(outdated.map(({ path, shownSince }) => [path, shownSince]));
  return problems.map((problem) => {
    const since = shown.get(problem.path);
    return since === undefined ? problem : withShownVersion(problem, since);
  });
}
