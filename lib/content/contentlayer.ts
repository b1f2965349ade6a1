import { pipe, provideConsole, T } from "@contentlayer2/utils/effect";
import {
  type DocumentGen,
  dynamicBuild,
  provideCwdCustom,
  renderTypes,
  type SchemaDef,
  type SourcePlugin,
} from "contentlayer/core";
import type { DocumentTypes } from "contentlayer/generated";
import { provideDummyTracing, unknownToAbsolutePosixFilePath } from "contentlayer/utils";
import contentSource from "@/contentlayer.config";
import { StagedFiles } from "@/lib/content/contentlayer-files";
import type { DocumentTypeName } from "@/lib/content/read-document";
import type { FieldDeclaration, FieldValue } from "@/lib/content/read-fields";
import { stagedBodies } from "@/lib/content/staged-bodies";

/**
 * Drives Contentlayer's runtime, which no other folder knows. Its own build can't carry an archive, so its pieces are
 * used as a library: each batch is staged under safe names and compiled in memory
 * (decisions/0002-driving-contentlayer.md).
 */

export interface StagedDocument {
  type: DocumentTypeName;
  fields: Record<string, FieldValue>;
  /** Called once, while the document is compiled. */
  renderBody: () => string;
}

export type Compiled = { ok: true; document: DocumentTypes } | { ok: false; reason: string };

/** Only Contentlayer's disk cache, which isn't used here, reads it. */
const unusedHash = "";

async function openSource(folder: string): Promise<{ plugin: SourcePlugin; schema: SchemaDef }> {
  const plugin = await contentSource(folder);
  const schema = await pipe(plugin.provideSchema(unusedHash), provideDummyTracing, T.runPromise);
  return { plugin, schema };
}

/** The fields of each document type, as `contentlayer.config.ts` declares them. */
export async function listFieldDeclarations(): Promise<
  Record<DocumentTypeName, FieldDeclaration[]>
> {
  const { schema } = await openSource(".");
  const fieldsOf = (name: DocumentTypeName): FieldDeclaration[] => {
    const definition = schema.documentTypeDefMap[name];
    if (!definition) throw new Error(`contentlayer.config.ts declares no document type ${name}`);
    return definition.fieldDefs
      .filter(({ isSystemField }) => !isSystemField)
      .map((field) => ({ name: field.name, type: fieldType(field), required: field.isRequired }));
  };
  return { Post: fieldsOf("Post"), Page: fieldsOf("Page"), Author: fieldsOf("Author") };
}

function fieldType({ name, type }: { name: string; type: string }): FieldDeclaration["type"] {
  if (type === "string" || type === "date" || type === "boolean" || type === "list") return type;
  throw new Error(
    `contentlayer.config.ts: field ${name} has type ${type}, which lib/content/read-fields.ts can't read`,
  );
}

/** TypeScript for the document types, which the application imports from `contentlayer/generated`. */
export async function renderDocumentTypes(): Promise<string> {
  const { plugin, schema } = await openSource(".");
  const types = renderTypes({
    schemaDef: schema,
    generationOptions: { sourcePluginType: plugin.type, options: plugin.options },
  });
  return types.replaceAll("'contentlayer2/", "'contentlayer/");
}

/**
 * Turns staged documents into typed ones, in the same order. A document that Contentlayer refuses, or whose body
 * can't be rendered, says why and takes no other down.
 */
export async function compileDocuments(documents: readonly StagedDocument[]): Promise<Compiled[]> {
  const together = await compileTogether(documents);
  if (together.ok) return together.documents;
  const [only, ...others] = documents;
  if (!only || others.length === 0) return [{ ok: false, reason: together.reason }];
  // One error fails the whole run of Contentlayer: halve until it is alone.
  const middle = Math.ceil(documents.length / 2);
  return [
    ...(await compileDocuments(documents.slice(0, middle))),
    ...(await compileDocuments(documents.slice(middle))),
  ];
}

type CompiledTogether = { ok: true; documents: Compiled[] } | { ok: false; reason: string };

async function compileTogether(documents: readonly StagedDocument[]): Promise<CompiledTogether> {
  const files = new StagedFiles();
  stagedBodies.begin();
  const failures = new Map<string, string>();
  const bodies = new Map<string, string>();
  try {
    for (const [index, { type, fields, renderBody }] of documents.entries()) {
      const name = `${index}.md`;
      stagedBodies.set(name, () => {
        try {
          bodies.set(name, renderBody());
        } catch (thrown) {
          failures.set(name, thrown instanceof Error ? thrown.message : String(thrown));
        }
        return "";
      });
      files.add(name, `---json\n${JSON.stringify({ type, ...fields })}\n---\n`);
    }
    const built = await runContentlayer(files, documents);
    if (!built.ok) return built;
    const byName = new Map(built.documents.map((document) => [document._id, document]));
    return {
      ok: true,
      documents: documents.map((_, index) => {
        const name = `${index}.md`;
        const document = byName.get(name);
        const reason =
          failures.get(name) ?? (document ? undefined : "Contentlayer returned no document");
        if (reason !== undefined || !document) return { ok: false, reason: reason ?? "" };
        return { ok: true, document: toTypedDocument(document, bodies.get(name) ?? "") };
      }),
    };
  } finally {
    stagedBodies.clear();
    files.remove();
  }
}

/** Puts the rendered body in its place, and arrays in the place of Effect's own lists. */
function toTypedDocument(document: DocumentGen, html: string): DocumentTypes {
  const fields = Object.entries(document).map(([name, value]) => [
    name,
    isIterable(value) ? [...value] : value,
  ]);
  return { ...Object.fromEntries(fields), body: { raw: "", html } };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.iterator in value;

async function runContentlayer(
  files: StagedFiles,
  documents: readonly StagedDocument[],
): Promise<{ ok: true; documents: DocumentGen[] } | { ok: false; reason: string }> {
  const { plugin, schema } = await openSource(files.folder);
  const folder = unknownToAbsolutePosixFilePath(files.folder);
  const given = new Set(documents.flatMap(({ fields }) => Object.keys(fields)));
  const result = await pipe(
    dynamicBuild({
      config: {
        source: { ...plugin, provideSchema: () => T.succeed(withFields(schema, given)) },
        esbuildHash: unusedHash,
        filePath: folder,
      },
      verbose: false,
    }),
    provideDummyTracing,
    provideCwdCustom(folder),
    T.provideSomeLayer(files.layer()),
    provideConsole,
    T.either,
    T.runPromise,
  );
  return result._tag === "Right"
    ? { ok: true, documents: result.right.allDocuments }
    : { ok: false, reason: JSON.stringify(result.left) };
}

/**
 * The schema without the optional fields that no document of a batch gives. For each document Contentlayer starts a
 * fibre for every declared field, present or not: a third of its time where posts give 8 fields of 17.
 */
function withFields(schema: SchemaDef, given: ReadonlySet<string>): SchemaDef {
  const types = Object.entries(schema.documentTypeDefMap).map(([name, type]) => [
    name,
    {
      ...type,
      fieldDefs: type.fieldDefs.filter(
        (field) => field.isSystemField || field.isRequired || given.has(field.name),
      ),
    },
  ]);
  return { ...schema, documentTypeDefMap: Object.fromEntries(types) };
}
