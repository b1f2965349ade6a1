import type { Client } from "@libsql/client";
import type { CompiledFile, FileCompiler } from "@/lib/ingest/compile-files";
import type { ListedFile } from "@/lib/ingest/list-files";
import { type BodyDictionary, packBody, unpackBody } from "@/lib/store/body-codec";
import {
  createBodyDictionary,
  dictionarySampleSize,
  findBodyDictionary,
} from "@/lib/store/body-dictionaries";

/** Below this number of files a dictionary saves less room than it takes time. */
const worthDictionary = 1000;

/** Larger files would take long, and are no better for it. */
const maxSampleBytes = 64 * 1024;

export interface ChosenDictionary {
  dictionary?: BodyDictionary;
  /** Files that were compiled to choose it, their posts packed with it; by path. */
  compiled: ReadonlyMap<string, CompiledFile>;
}

/**
 * What the bodies of a run are packed with: the dictionary that the store has, or, where many files come in for the first
 * time, a new one from posts all over the archive.
 * @param openCompiler of files whose bodies are packed without any
 */
export async function chooseDictionary(
  client: Client,
  files: readonly ListedFile[],
  openCompiler: () => Promise<FileCompiler>,
): Promise<ChosenDictionary> {
  const none = { compiled: new Map<string, CompiledFile>() };
  if (files.length === 0) return none;
  const present = await findBodyDictionary(client);
  if (present) return { ...none, dictionary: present };
  if (files.length < worthDictionary) return none;
  const compile = await openCompiler();
  const sample = await compile(chooseSample(files.filter(({ size }) => size <= maxSampleBytes)));
  const compiled = new Map(sample.map((file) => [file.path, file]));
  const posts = sample.flatMap(({ document }) =>
    document?.type === "Post"
      ? [{ record: document.record, html: unpackBody(document.record.body) }]
      : [],
  );
  if (posts.length === 0) return { compiled };
  const dictionary = await createBodyDictionary(
    client,
    posts.map(({ html }) => html),
  );
  for (const { record, html } of posts) {
    record.body = packBody(html, dictionary);
    record.dictionary = dictionary.key;
  }
  return { dictionary, compiled };
}

function chooseSample(files: readonly ListedFile[]): ListedFile[] {
  const step = Math.max(1, files.length / dictionarySampleSize);
  return Array.from({ length: dictionarySampleSize }, (_, index) =>
    files.at(Math.floor(index * step)),
  ).filter((file) => file !== undefined);
}
