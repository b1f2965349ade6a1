import {
  buildAuthorRecord,
  buildPageRecord,
  buildPostRecord,
  type RecordContext,
  type UnplacedPost,
} from "@/lib/content/build-records";
import { type Compiled, compileDocuments, listFieldDeclarations } from "@/lib/content/contentlayer";
import type { StagedDocument } from "@/lib/content/contentlayer-source";
import type { DocumentSource, ReadingContext } from "@/lib/content/read-document";
import type { Remains } from "@/lib/content/read-remains";
import { renderBody } from "@/lib/html/render-body";
import { nameOddPicture } from "@/lib/html/tree/picture-size";
import { type Claim, listClaims } from "@/lib/ingest/claims";
import {
  openSource,
  parseSource,
  type SourceAccess,
  type SourceFile,
  sourceAccess,
} from "@/lib/ingest/source-file";
import {
  describeTooLong,
  doEachWithin,
  doWithin,
  longestRendering,
} from "@/lib/ingest/within-time";
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

export interface FileToCompile {
  /** Relative to the content folder. */
  path: string;
  /** What an earlier step of the run has read of it; unset: it is read now. */
  source?: SourceFile | undefined;
}

/** What became of one file. */
export interface CompiledFile {
  path: string;
  /** Of the bytes that were read, which may be newer than those that were listed. */
  hash: string;
  findings: Finding[];
  claims: Claim[];
  /** The file was there when it was listed, and is not any more. */
  isGone?: true;
  /** Where there is no document, because of a mistake or a fault of ours. */
  remains?: Remains;
  document?:
    | { type: "Post"; record: UnplacedPost }
    | { type: "Page"; record: PageRecord }
    | { type: "Author"; record: AuthorRecord };
}

/** A document that waits for Contentlayer to give it its types. */
interface Staged {
  result: CompiledFile;
  document: StagedDocument;
  /** Of its body, without markup. */
  text: string;
}

export type FileCompiler = (files: readonly FileToCompile[]) => Promise<CompiledFile[]>;

interface CompileSteps extends SourceAccess {
  render: typeof renderBody;
  /** For which one file may be read and rendered, in milliseconds. */
  longest: number;
}

/** Reads, checks and compiles a batch of files; one result for each, in the same order. */
export async function createFileCompiler(
  context: CompileContext,
  given: Partial<CompileSteps> = {},
): Promise<FileCompiler> {
  const steps: CompileSteps = {
    ...sourceAccess,
    render: renderBody,
    longest: longestRendering,
    ...given,
  };
  const reading: ReadingContext = {
    declarations: await listFieldDeclarations(),
    timeZone: context.settings.timeZone,
  };
  return async (files) => {
    const rendered = new Map<string, Rendered>();
    doEachWithin(
      steps.longest,
      files,
      (file) => {
        const { result, source, bodyLine } = readFile(file, context, reading, steps);
        const staged = source && renderDocument(result, source, bodyLine, context, steps);
        rendered.set(file.path, { result, staged });
      },
      (file) => {
        const result = giveUp(file, context, reading, steps);
        rendered.set(file.path, { result, staged: undefined });
      },
    );
    const all = files.flatMap(({ path }) => rendered.get(path) ?? []);
    await addDocuments(
      all.flatMap(({ staged }) => staged ?? []),
      context,
    );
    return all.map(({ result }) => result);
  };
}

interface Rendered {
  result: CompiledFile;
  /** Unset where there is no document. */
  staged: Staged | undefined;
}

/** What becomes of a file that takes too long: it is named, and tried again when it has changed. */
function giveUp(
  file: FileToCompile,
  context: CompileContext,
  reading: ReadingContext,
  steps: CompileSteps,
): CompiledFile {
  const tooLong = describeTooLong(steps.longest);
  let result: CompiledFile = {
    path: file.path,
    hash: "",
    claims: [],
    remains: {},
    findings: [tooLong],
  };
  doWithin(steps.longest, () => {
    const read = readFile(file, context, reading, steps);
    const remains = read.source ? remainsOf(read.source.fields) : (read.result.remains ?? {});
    result = { ...read.result, remains, findings: [...read.result.findings, tooLong] };
  });
  return result;
}

/** What a file says: what is wrong with it, and its document if there is one in it. */
function readFile(
  { path, source: known }: FileToCompile,
  { contentDirectory }: CompileContext,
  reading: ReadingContext,
  steps: CompileSteps,
): { result: CompiledFile; source?: DocumentSource; bodyLine: number } {
  const file = known ?? openSource(contentDirectory, path, steps);
  const read = parseSource(path, file, reading, steps);
  const result: CompiledFile = {
    path,
    hash: file.hash,
    findings: read.outcome === "ignored" ? [] : [...read.findings],
    claims: listClaims(path, read),
  };
  if (read.outcome === "refused") result.remains = read.remains ?? {};
  if ("content" in file && file.content.kind === "unreadable" && file.content.isGone) {
    result.isGone = true;
  }
  return read.outcome === "read"
    ? { result, source: read.source, bodyLine: read.bodyLine }
    : { result, bodyLine: 1 };
}

/** What is left of a document that was read well and yet comes to nothing. */
function remainsOf({ draft, date }: DocumentSource["fields"]): Remains {
  return {
    isHidden: draft === true,
    ...(typeof date === "string" ? { date: Date.parse(date) } : {}),
  };
}

/** Renders the body of a document; nothing where that fails, of which the result tells. */
function renderDocument(
  result: CompiledFile,
  { type, fields, body }: DocumentSource,
  bodyLine: number,
  { publicDirectory, settings }: CompileContext,
  { render }: CompileSteps,
): Staged | undefined {
  const { title, from, cover } = fields;
  const tellOf = (src: string, what: string) =>
    result.findings.push(describeOddPicture(src, what, { body, bodyLine }));
  const oddCover = typeof cover === "string" && nameOddPicture(publicDirectory, cover);
  if (oddCover) tellOf(cover, oddCover);
  try {
    const { html, text } = render(body, {
      title: typeof title === "string" ? title : "",
      ...(typeof from === "string" ? { from } : {}),
      publicDirectory,
      ownPages: settings.ownPages,
      onOddPicture: tellOf,
    });
    return { result, document: { path: result.path, type, fields, html }, text };
  } catch (thrown) {
    // A fault of ours in one body must not keep the others from their readers.
    result.findings.push(compileError(thrown instanceof Error ? thrown.message : String(thrown)));
    result.remains = remainsOf(fields);
    return undefined;
  }
}

/** Where it is named in the text, as far as it is written there as it is looked for. */
function describeOddPicture(
  src: string,
  what: string,
  { body, bodyLine }: { body: string; bodyLine: number },
): Finding {
  const before = body.slice(0, Math.max(0, body.indexOf(src))).split("\n");
  const isInBody = body.includes(src);
  return {
    line: isInBody ? bodyLine + before.length - 1 : 1,
    column: isInBody ? (before.at(-1)?.length ?? 0) + 1 : 1,
    severity: "warning",
    message: `the picture \`${src}\` is ${what} and no file`,
    remedy: "put a picture in its place in public/",
  };
}

async function addDocuments(staged: readonly Staged[], context: CompileContext): Promise<void> {
  const compiled = await compileDocuments(staged.map(({ document }) => document));
  for (const [index, { result, document: source, text }] of staged.entries()) {
    const outcome = compiled[index];
    if (!outcome?.ok) {
      result.findings.push(compileError(outcome?.reason ?? "no result"));
      result.remains = remainsOf(source.fields);
      continue;
    }
    const document = buildRecord(outcome.document, { path: result.path, text }, context);
    if (document) result.document = document;
  }
}

function buildRecord(
  document: Extract<Compiled, { ok: true }>["document"],
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
