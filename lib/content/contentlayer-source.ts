import path from "node:path";
import { E, pipe, S, T } from "@contentlayer2/utils/effect";
import type {
  DataCache,
  Document,
  DocumentTypeDef,
  FieldDef,
  SchemaDef,
  SourcePlugin,
} from "contentlayer/core";
import type { DocumentTypeName } from "@/lib/content/read-document";
import type { FieldValue } from "@/lib/content/read-fields";

/**
 * A source for Contentlayer, as its own for Sanity and Contentful are: the schema is that of `contentlayer.config.ts`, and
 * the documents come from where it knows nothing about. Its source for files starts a fibre for each field of each
 * document, which takes half of the time of a first run (decisions/0002-driving-contentlayer.md).
 */

export interface StagedDocument {
  /** Of its file, below the content folder. */
  path: string;
  type: DocumentTypeName;
  fields: Record<string, FieldValue>;
  /** Its body, rendered. */
  html: string;
}

interface StagedSource {
  plugin: SourcePlugin;
  /** Why documents were refused, by their paths: known when their data was fetched. */
  refusals: ReadonlyMap<string, string>;
}

/** A document that doesn't fit its type; the message says why. */
class RefusedDocument extends Error {
  override name = "RefusedDocument";
}

/**
 * @param declared the source of `contentlayer.config.ts`
 * @param documents with a path each that no other has
 */
export function stageSource(
  declared: SourcePlugin,
  schema: SchemaDef,
  documents: readonly StagedDocument[],
): StagedSource {
  const refusals = new Map<string, string>();
  const fetch = async (): Promise<DataCache.Cache> => {
    const items: [path: string, item: DataCache.CacheItem][] = [];
    for (const staged of documents) {
      try {
        const document = await mapDocument(staged, schema);
        items.push([staged.path, toCacheItem(staged.type, document)]);
      } catch (thrown) {
        refusals.set(staged.path, thrown instanceof Error ? thrown.message : String(thrown));
      }
    }
    return { cacheItemsMap: Object.fromEntries(items) };
  };
  const plugin: SourcePlugin = {
    ...declared,
    provideSchema: () => T.succeed(schema),
    fetchData: () => S.fromEffect(pipe(T.promise(fetch), T.map(E.right))),
  };
  return { plugin, refusals };
}

/** What Contentlayer would keep on its own disk cache, which isn't used here. */
const toCacheItem = (documentTypeName: string, document: Document): DataCache.CacheItem => ({
  document,
  documentTypeName,
  documentHash: "",
  hasWarnings: false,
});

async function mapDocument(staged: StagedDocument, schema: SchemaDef): Promise<Document> {
  const definition = schema.documentTypeDefMap[staged.type];
  if (!definition) throw new RefusedDocument(`there is no document type ${staged.type}`);
  const document: Document = {
    ...mapFields(staged.fields, definition),
    type: staged.type,
    // As it came it isn't needed by anybody, and bodies can be large.
    body: { raw: "", html: staged.html },
    _id: staged.path,
    _raw: describeFile(staged.path),
  };
  for (const { name, resolve } of definition.computedFields) {
    document[name] = await resolve(document);
  }
  return document;
}

function mapFields(
  fields: Record<string, FieldValue>,
  { name, fieldDefs }: DocumentTypeDef,
): Record<string, unknown> {
  const declared = fieldDefs.filter(({ isSystemField }) => !isSystemField);
  const names = new Set(declared.map((field) => field.name));
  const stranger = Object.keys(fields).find((key) => !names.has(key));
  if (stranger !== undefined) throw new RefusedDocument(`${name} has no field ${stranger}`);
  const mapped: Record<string, unknown> = {};
  for (const field of declared) {
    const value: unknown = fields[field.name] ?? field.default;
    if (value !== undefined) mapped[field.name] = mapField(field, value);
    else if (field.isRequired) throw new RefusedDocument(`the field ${field.name} is missing`);
  }
  return mapped;
}

/** A value in the form that the generated types promise. @throws RefusedDocument where it has another type */
function mapField(field: FieldDef, value: unknown): unknown {
  if (field.type === "string" && typeof value === "string") return value;
  if (field.type === "boolean" && typeof value === "boolean") return value;
  if (field.type === "date" && typeof value === "string" && !Number.isNaN(Date.parse(value))) {
    return new Date(value).toISOString();
  }
  if (field.type === "list" && Array.isArray(value) && value.every(isString)) return value;
  throw new RefusedDocument(`the field ${field.name} is no ${field.type}`);
}

const isString = (item: unknown): item is string => typeof item === "string";

/** As Contentlayer describes files. */
function describeFile(file: string) {
  const { dir, base, name } = path.posix.parse(file);
  return {
    sourceFilePath: file,
    sourceFileName: base,
    sourceFileDir: dir || ".",
    contentType: "markdown",
    flattenedPath: name === "index" ? dir : path.posix.join(dir, name),
  };
}
