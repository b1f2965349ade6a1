import { bringUpToDate, type UpdateOptions } from "@/lib/commands/content/bring-up-to-date";
import { describeOutdated } from "@/lib/commands/content/outdated-files";
import { formatInFolder } from "@/lib/commands/content/problem-in-folder";
import { createProgress, type ProgressOutput } from "@/lib/commands/content/progress";
import { ToldProblems } from "@/lib/commands/content/told-problems";
import type { IngestSummary } from "@/lib/ingest/ingest";
import { siteFile } from "@/lib/site/site-file";

/** More would push the summary off the screen; `npm run check` lists all. */
const shownProblems = 30;

/** Of this process, which may watch the folder. */
const toldHere = new ToldProblems();

export interface ReportOptions extends Pick<UpdateOptions, "changed" | "mayBeEmptied"> {
  /** Says nothing where nothing had to be done. */
  isCheck?: boolean;
  /** What those have been told who read it. */
  told?: ToldProblems;
  /** Where a long run shows how far it is. */
  output?: ProgressOutput | undefined;
}

/** Brings the store up to date and says what is being done, for people. */
export async function bringUpToDateAloud({
  changed,
  mayBeEmptied,
  isCheck = false,
  told = toldHere,
  output,
}: ReportOptions = {}): Promise<IngestSummary> {
  const started = performance.now();
  const progress = createProgress("content", output);
  const stop = () => {
    progress.end();
    console.log("content: stopped; what is done stays, and the next run goes on from here");
    process.exit(130);
  };
  process.once("SIGINT", stop);
  try {
    const summary = await bringUpToDate({
      changed,
      mayBeEmptied,
      onProgress: progress.update,
      onWait: () => console.log("content: another run is under way; waiting for its end"),
    });
    progress.end();
    const isIdle = summary.compiled === 0 && summary.deleted === 0;
    if (!isCheck || !isIdle) reportSummary(summary, performance.now() - started, told);
    return summary;
  } finally {
    progress.end();
    process.off("SIGINT", stop);
  }
}

function reportSummary(
  { files, compiled, unchanged, deleted, problems, outdated, settingsAreKept }: IngestSummary,
  ms: number,
  told: ToldProblems,
): void {
  const fresh = told.takeNew(problems);
  for (const problem of fresh.slice(0, shownProblems)) console.warn(formatInFolder(problem));
  if (fresh.length > shownProblems) {
    console.warn(`… and ${fresh.length - shownProblems} more; \`npm run check\` lists all`);
  }
  if (settingsAreKept && fresh.some(({ path }) => path === siteFile)) {
    console.warn(
      `content: ${siteFile} has errors: the settings stay what they were until it is mended`,
    );
  }
  console.log(
    `content: ${files} files: ${compiled} compiled, ${unchanged} unchanged, ${deleted} deleted; ` +
      `${problems.length} problems; ${(ms / 1000).toFixed(1)} s`,
  );
  const isNews = outdated.some((file) => fresh.some(({ path }) => path === file.path));
  if (isNews) console.error(describeOutdated(outdated));
}
