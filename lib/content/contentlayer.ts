import { pipe, provideConsole, T } from "@contentlayer2/utils/effect";
import {
  dynamicBuild,
  provideCwdCustom,
  renderTypes,
  type SchemaDef,
  type SourcePlugin,
} from "contentlayer/core";
import type { DocumentTypes } from "contentlayer/generated";
import { provideDummyTracing, unknownToAbsolutePosixFilePath } from "contentlayer/utils";
import { NodeFsLive } from "contentlayer/utils/node";
import contentSource from "@/contentlayer.config";
import { type StagedDocument, stageSource } from "@/lib/content/contentlayer-source";
import type { DocumentTypeName } from "@/lib/content/read-document";
import type { FieldDeclaration } from "@/lib/content/read-fields";

/**
 * Drives Contentlayer's runtime, which no other folder knows. Its own build can't carry an archive, so its pieces are
 * used as a library: each batch is a source of its own, compiled in memory (decisions/0002-driving-contentlayer.md).
 */

export type Compiled = { ok: true; document: DocumentTypes } | { ok: false; reason: string };

/** Only Contentlayer's disk cache, which isn't used here, reads it. */
const unusedHash = "";

interface DeclaredSource {
  plugin: SourcePlugin;
  schema: SchemaDef;
}

let declaredSource: Promise<DeclaredSource> | undefined;

/** What `contentlayer.config.ts` declares; it doesn't change while a process runs. */
function openSource(): Promise<DeclaredSource> {
  declaredSource ??= contentSource(undefined).then(async (plugin) => ({
    plugin,
    schema: await pipe(plugin.provideSchema(unusedHash), provideDummyTracing, T.runPromise),
  }));
  return declaredSource;
}

/** The fields of each document type, as `contentlayer.config.ts` declares them. */
export async function listFieldDeclarations(): Promise<
  Record<DocumentTypeName, FieldDeclaration[]>
> {
  const { schema } = await openSource();
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
  const { plugin, schema } = await openSource();
  const types = renderTypes({
    schemaDef: schema,
    generationOptions: { sourcePluginType: plugin.type, options: plugin.options },
  });
  return types.replaceAll("'contentlayer2/", "'contentlayer/");
}

/**
 * Turns staged documents into typed ones, in the same order. A document that doesn't fit its type says why and takes no
 * other down.
 */
export async function compileDocuments(documents: readonly StagedDocument[]): Promise<Compiled[]> {
  const { plugin, schema } = await openSource();
  const source = stageSource(plugin, schema, documents);
  const folder = unknownToAbsolutePosixFilePath(process.cwd());
  const { allDocuments } = await pipe(
    dynamicBuild({
      config: { source: source.plugin, esbuildHash: unusedHash, filePath: folder },
      verbose: false,
    }),
    provideDummyTracing,
    provideCwdCustom(folder),
    T.provideSomeLayer(NodeFsLive),
    provideConsole,
    T.runPromise,
  );
  const byPath = new Map(allDocuments.map((document) => [document._id, document]));
  return documents.map(({ path }) => {
    const document = byPath.get(path);
    return document
      ? { ok: true, document: document as DocumentTypes }
      : { ok: false, reason: source.refusals.get(path) ?? "Contentlayer returned no document" };
  });
}
