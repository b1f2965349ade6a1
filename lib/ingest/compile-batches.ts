import { availableParallelism } from "node:os";
import {
  type CompileContext,
  type CompiledFile,
  createFileCompiler,
  type FileCompiler,
} from "@/lib/ingest/compile-files";
import { CompileThread } from "@/lib/ingest/compile-thread";
import type { ListedFile } from "@/lib/ingest/list-files";
import type { SourceAccess, SourceFile } from "@/lib/ingest/source-file";

/** A batch is what is compiled, held in memory and committed at once. */
const maxBatchFiles = 200;
const maxBatchBytes = 4 * 1024 * 1024;

/** Below this many files, starting threads takes longer than the work. */
const worthThreads = 400;

/** More threads than this gain little: one thread writes. */
const maxThreads = 4;

/** Files in batches of bounded number and size. */
function* splitIntoBatches(files: readonly ListedFile[]): Generator<ListedFile[]> {
  let batch: ListedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length > 0 && (batch.length >= maxBatchFiles || bytes + file.size > maxBatchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.size;
  }
  if (batch.length > 0) yield batch;
}

export interface BatchOptions {
  context: CompileContext;
  /** What an earlier step of the run has read of a file. */
  take: (path: string) => SourceFile | undefined;
  /** Files that were compiled before, by path. */
  compiled: ReadonlyMap<string, CompiledFile>;
  access?: SourceAccess | undefined;
}

/** Compiles files batch by batch, in threads where there are many, and yields the batches in order. */
export async function* compileBatches(
  files: readonly ListedFile[],
  options: BatchOptions,
): AsyncGenerator<CompiledFile[]> {
  if (files.length === 0) return;
  const batches = splitIntoBatches(files);
  if (files.length >= worthThreads) {
    yield* compileInThreads(batches, options);
    return;
  }
  const compile = await createFileCompiler(options.context, options.access);
  for (const batch of batches) yield await compileRest(batch, compile, options);
}

/** Compiles what of a batch isn't yet, and gives all of it in its order. */
async function compileRest(
  batch: readonly ListedFile[],
  compile: FileCompiler,
  { take, compiled }: BatchOptions,
): Promise<CompiledFile[]> {
  const rest = batch
    .filter(({ path }) => !compiled.has(path))
    .map(({ path }) => ({ path, source: take(path) }));
  const done = new Map((await compile(rest)).map((file) => [file.path, file]));
  return batch.flatMap(({ path }) => compiled.get(path) ?? done.get(path) ?? []);
}

async function* compileInThreads(
  batches: Generator<ListedFile[]>,
  options: BatchOptions,
): AsyncGenerator<CompiledFile[]> {
  const count = Math.min(availableParallelism(), maxThreads);
  const threads = Array.from({ length: count }, () => new CompileThread(options.context));
  // One batch at work and one waiting for each thread bound what is held in memory.
  const underWay: Promise<CompiledFile[]>[] = [];
  let turn = 0;
  const startNext = () => {
    const next = batches.next();
    if (next.done) return;
    const thread = threads[turn % count];
    turn += 1;
    if (thread) underWay.push(compileRest(next.value, (files) => thread.compile(files), options));
  };
  try {
    for (let index = 0; index < 2 * count; index += 1) startNext();
    for (let first = underWay.shift(); first; first = underWay.shift()) {
      const compiled = await first;
      startNext();
      yield compiled;
    }
  } finally {
    for (const left of underWay) left.catch(() => undefined);
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}
