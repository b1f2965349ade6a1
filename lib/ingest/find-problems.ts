import type { Client } from "@libsql/client";
import { findClaim } from "@/lib/ingest/claims";
import { decideByPath, describeConflict } from "@/lib/ingest/conflicts";
import type { RunFiles } from "@/lib/ingest/run-files";
import { compareProblems, type Problem } from "@/lib/problem";
import { listConflicts, listProblems, listRivals } from "@/lib/store/file-reader";

/** Every problem of every file; what two files both claim is looked up where it stands. */
export async function findProblems(
  client: Client,
  contents: Pick<RunFiles, "claims">,
): Promise<Problem[]> {
  const conflicts = [...(await listConflicts(client)), ...decideByPath(await listRivals(client))];
  const described = conflicts.map((conflict) =>
    describeConflict(conflict, findClaim(contents.claims(conflict.path), conflict.field)?.at),
  );
  return [...(await listProblems(client)), ...described].sort(compareProblems);
}
