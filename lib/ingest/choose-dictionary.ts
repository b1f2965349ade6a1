import type { Client } from "@libsql/client";
import { type CompileContext, createFileCompiler } from "@/lib/ingest/compile-files";
import type { ListedFile } from "@/lib/ingest/list-files";
import { type BodyDictionary, unpackBody } from "@/lib/store/body-codec";
import {
  createBodyDictionary,
  dictionarySampleSize,
  findBodyDictionary,
} from "@/lib/store/body-dictionaries";

/** Below this number of files a dictionary saves less room than it takes time. */
const worthDictionary = 1000;

/** Larger files would take long, and are no better for it. */
const maxSampleBytes = 64 * 1024;

/**
 * What the bodies of a run are packed with: the dictionary that the store has, or, where many files come in for the first
 * time, a new one from posts all over the archive.
 */
export async function chooseDictionary(
  client: Client,
  files: readonly ListedFile[],
  context: CompileContext,
): Promise<BodyDictionary | undefined> {
  if (files.length === 0) return undefined;
  const present = await findBodyDictionary(client);
  if (present || files.length < worthDictionary) return present;
  const compile = await createFileCompiler(context);
  const compiled = await compile(sample(files.filter(({ size }) => size <= maxSampleBytes)));
  const bodies = compiled.flatMap(({ document }) =>
    document?.type === "Post" ? [unpackBody(document.record.body)] : [],
  );
  return bodies.length === 0 ? undefined : createBodyDictionary(client, bodies);
}

function sample(files: readonly ListedFile[]): ListedFile[] {
  const step = files.length / dictionarySampleSize;
  return Array.from({ length: dictionarySampleSize }, (_, index) =>
    files.at(Math.floor(index * step)),
  ).filter((file) => file !== undefined);
}
