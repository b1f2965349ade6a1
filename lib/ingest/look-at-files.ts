import { availableParallelism } from "node:os";
import { CheckThread } from "@/lib/ingest/check-thread";
import { type LookedAt, type LookingContext, lookAtFile } from "@/lib/ingest/look-at-file";
import { type SourceAccess, sourceAccess } from "@/lib/ingest/source-file";

/** Below this many files, starting threads takes longer than the work. */
const worthThreads = 2000;

/** More threads than this gain little: one puts together what they find. */
const maxThreads = 4;

const batchSize = 200;

/**
 * What each of some files says, in their order; in threads where there are many.
 * @param given how files are read, where another way than always keeps to one thread, and from how many on threads are used
 */
export async function* lookAtFiles(
  paths: readonly string[],
  context: LookingContext,
  { access, least = worthThreads }: { access: SourceAccess; least?: number | undefined },
): AsyncGenerator<LookedAt> {
  const count = Math.min(availableParallelism(), maxThreads);
  if (count > 1 && paths.length >= least && access === sourceAccess) {
    yield* lookInThreads(paths, context, count);
    return;
  }
  for (const path of paths) yield lookAtFile(path, context, access);
}

async function* lookInThreads(
  paths: readonly string[],
  context: LookingContext,
  count: number,
): AsyncGenerator<LookedAt> {
  const threads = Array.from({ length: count }, () => new CheckThread(context));
  // One batch at work and one waiting for each thread bound what is held in memory.
  const underWay: Promise<LookedAt[]>[] = [];
  let next = 0;
  const startNext = () => {
    const batch = paths.slice(next, next + batchSize);
    const thread = threads[(next / batchSize) % count];
    next += batchSize;
    if (batch.length > 0 && thread) underWay.push(thread.look(batch));
  };
  try {
    for (let index = 0; index < 2 * count; index += 1) startNext();
    for (let first = underWay.shift(); first; first = underWay.shift()) {
      const looked = await first;
      startNext();
      yield* looked;
    }
  } finally {
    for (const left of underWay) left.catch(() => undefined);
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}
