import { Console } from "node:console";
import { ToldProblems } from "@/lib/commands/content/told-problems";
import { type Frame, frameStream, type Job } from "@/lib/commands/handover/frames";
import type { KnownFolder } from "@/lib/commands/handover/known-folder";
import { createPublish } from "@/lib/commands/publish/publish-aloud";
import { readPublishOptions } from "@/lib/commands/publish/publish-options";
import { explainError } from "@/lib/commands/setup/explain-error";
import type { Environment } from "@/lib/environment";
import { printableLines } from "@/lib/printable.mjs";

/**
 * Publishes for a command, which prints what is printed here: one job at a time, for the console is that of the process.
 * @returns how many files were compiled
 */
export async function doJob(
  { args, variables, columns }: Job,
  environment: Environment,
  folder: KnownFolder,
  send: (frame: Frame) => void,
): Promise<number> {
  const options = readPublishOptions(args);
  const { log, info, warn, error } = console;
  const [stdout, stderr] = [frameStream("out", send), frameStream("err", send)];
  const given = new Console({ stdout, stderr });
  Object.assign(console, {
    log: given.log,
    info: given.info,
    warn: given.warn,
    error: given.error,
  });
  try {
    const output = {
      write: (text: string) => stdout.write(text),
      isTTY: columns !== undefined,
      columns: columns ?? 0,
    };
    const told = new ToldProblems();
    const outcome = await folder.use((look) =>
      createPublish({ variables, environment, told, output, look })(options),
    );
    send({ exit: outcome.isComplete ? 0 : 1 });
    return outcome.compiled;
  } catch (thrown) {
    const explanation = explainError(thrown);
    console.error(explanation === undefined ? thrown : `masthead: ${printableLines(explanation)}`);
    send({ exit: 1 });
    return 0;
  } finally {
    Object.assign(console, { log, info, warn, error });
  }
}
