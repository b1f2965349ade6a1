import path from "node:path";
import type { Job } from "@/lib/commands/handover/frames";
import { fingerprintCode, stampCode } from "@/lib/commands/setup/code-sources.mjs";
import { type Environment, readEnvironment } from "@/lib/environment";

/** The process that is asked. */
export interface Self {
  root: string;
  secret: string;
  environment: Environment;
  /** Of the code that it runs. */
  code: string | undefined;
}

export interface Refusal {
  refused: string;
  /** Whether this process is of no use any more: another one may be. */
  isOutdated?: true;
}

/** What of the environment this process has read for itself, and can't do otherwise for a job. */
const ownPart = ({ contentDirectory, contentDatabase }: Environment) =>
  JSON.stringify([path.resolve(contentDirectory), contentDatabase]);

/** Whether the code in the folder is the code that runs here; asks for the bytes where the dates are others. */
export function createCodeCheck({ root, code }: Pick<Self, "root" | "code">): () => boolean {
  let known: string | undefined;
  return () => {
    const stamp = stampCode(root);
    if (stamp !== undefined && stamp === known) return true;
    const isSame = fingerprintCode(root) === code;
    if (isSame) known = stamp;
    return isSame;
  };
}

/**
 * The environment of a job that this process can do exactly as the command itself would.
 * @throws where the environment isn't right
 */
export function judgeJob(
  job: Job,
  self: Self,
  isOwnCode: () => boolean,
): { environment: Environment } | Refusal {
  if (job.secret !== self.secret) return { refused: "another secret" };
  if (job.node !== process.version) return { refused: "another Node" };
  const environment = readEnvironment(job.variables);
  if (ownPart(environment) !== ownPart(self.environment)) return { refused: "another site" };
  if (!isOwnCode()) return { refused: "other code", isOutdated: true };
  return { environment };
}
