import path from "node:path";
import {
  buildAuthorRecord,
  buildPageRecord,
  buildPostRecord,
  type RecordContext,
  type UnplacedPost,
} from "@/lib/content/build-records";
import { compileDocuments, listFieldDeclarations } from "@/lib/content/contentlayer";
import { describeTooLarge } from "@/lib/content/decode-text";
import {
  type DocumentSource,
  type ReadingContext,
  readDocument,
} from "@/lib/content/read-document";
import { type RenderedBody, renderBody } from "@/lib/html/render-body";
import { describeUnreadable, isFileSystemError } from "@/lib/ingest/file-system-error";
import { hashPostFile, type ListedFile } from "@/lib/ingest/list-files";
import { type PostFile, readPostFile } from "@/lib/ingest/read-post-file";
import type { Finding } from "@/lib/problem";
import type { CompileSettings } from "@/lib/site/compile-settings";
import type { BodyDictionary } from "@/lib/store/body-codec";
import type { AuthorRecord, PageRecord } from "@/lib/store/records";

export interface CompileContext {
  /** Absolute path of the content folder. */
  contentDirectory: string;
  /** Absolute path of `public/`. */
  publicDirectory: string;
  settings: CompileSettings;
  /** What bodies of posts are packed with. */
  dictionary?: BodyDictionary;
}

/** What became of one file. */
export interface CompiledFile {
  path: string;
  /** Of the bytes that were read, which may be newer than those that were listed. */
  hash: string;
  findings: Finding[];
  document?:
    | { type: "Post"; record: UnplacedPost }
    | { type: "Page"; record: PageRecord }
    | { type: "Author"; record: AuthorRecord };
}

/** A file whose front matter is right and whose body is to be compiled. */
interface Pending {
  result: CompiledFile;
  source: DocumentSource;
  body?: RenderedBody;
}

type FileCompiler = (files: readonly Pick<ListedFile, "path">[]) => Promise<CompiledFile[]>;

/** Reads, checks and compiles a batch of files; one result for each, in the same order. */
export async function createFileCompiler(context: CompileContext): Promise<FileCompiler> {
  const reading: ReadingContext = {
    declarations: await listFieldDeclarations(),
    timeZone: context.settings.timeZone,
  };
  return async (files) => {
    const results: CompiledFile[] = [];
    const pending: Pending[] = [];
    for (const file of files) {
      const opened = openFile(context.contentDirectory, file.path);
      if (!opened.ok) {
        results.push({ path: file.path, hash: "", findings: [opened.finding] });
        continue;
      }
      const hash = hashPostFile(opened.value);
      if (opened.value.tooLarge) {
        results.push({ path: file.path, hash, findings: [describeTooLarge(opened.value.size)] });
        continue;
      }
      const read = readDocument(file.path, opened.value.bytes, reading);
      const result: CompiledFile = {
        path: file.path,
        hash,
        findings: read.outcome === "ignored" ? [] : read.findings,
      };
      results.push(result);
      if (read.outcome === "read") pending.push({ result, source: read.source });
    }
    await compilePending(pending, context);
    return results;
  };
}

function openFile(
  contentDirectory: string,
  file: string,
): { ok: true; value: PostFile } | { ok: false; finding: Finding } {
  try {
    return { ok: true, value: readPostFile(path.join(contentDirectory, file)) };
  } catch (thrown) {
    if (!isFileSystemError(thrown)) throw thrown;
    return { ok: false, finding: describeUnreadable(thrown, file) };
  }
}

async function compilePending(pending: Pending[], context: CompileContext): Promise<void> {
  const compiled = await compileDocuments(
    pending.map((item) => ({
      path: item.result.path,
      type: item.source.type,
      fields: item.source.fields,
      renderBody: () => {
        const { title, from } = item.source.fields;
        item.body = renderBody(item.source.body, {
          title: typeof title === "string" ? title : "",
          ...(typeof from === "string" ? { from } : {}),
          publicDirectory: context.publicDirectory,
          ownPages: context.settings.ownPages,
        });
        return item.body.html;
      },
    })),
  );
  for (const [index, { result, body }] of pending.entries()) {
    const outcome = compiled[index];
    if (!outcome?.ok) {
      result.findings.push(compileError(outcome?.reason ?? "no result"));
      continue;
    }
    const origin = { path: result.path, text: body?.text ?? "" };
    const document = buildRecord(outcome.document, origin, context);
    if (document) result.document = document;
  }
}

function buildRecord(
  document: Extract<Awaited<ReturnType<typeof compileDocuments>>[number], { ok: true }>["document"],
  origin: { path: string; text: string },
  context: RecordContext,
): CompiledFile["document"] {
  switch (document.type) {
    case "Post":
      return { type: "Post", record: buildPostRecord(document, origin, context) };
    case "Page":
      return document.draft
        ? undefined
        : { type: "Page", record: buildPageRecord(document, origin, context) };
    case "Author":
      return { type: "Author", record: buildAuthorRecord(document, origin, context) };
  }
}

const compileError = (reason: string): Finding => ({
  line: 1,
  column: 1,
  severity: "error",
  message: `the document can't be compiled: ${reason.split("\n", 1)[0]}`,
  remedy: "this is a fault of Masthead; the file is left out until it is mended",
});
