import type { Post, PostLink, PostSummary } from "@/lib/publication";
import {
  flag,
  instant,
  keys,
  language,
  picture,
  text,
  wholeNumber,
} from "@/lib/store/column-kinds";
import type { ColumnKind, Place, PostColumn, PostColumns } from "@/lib/store/post-column";

/** The keys of a post's terms, whose rows are there before it. */
const keysOfTerms = `(SELECT json_group_array(key) FROM (
  SELECT terms.key FROM json_each(record.value, '$.terms') AS term
    JOIN terms ON terms.taxonomy = term.value ->> 'taxonomy' AND terms.name = term.value ->> 'name'
    ORDER BY term.key))`;

const isPublic = "record.value ->> 'draft' = 0 AND record.value ->> 'date' <= :now";

/**
 * The columns of `posts`, each in this one place (post-column.ts tells what is said of them). From here follow the table,
 * what a batch writes, what queries select and pages get, what the triggers watch, and which pages a change touches.
 */
export const postColumns = {
  key: {
    name: "key",
    of: wholeNumber,
    constraint: "PRIMARY KEY",
    written: false,
    shown: "nowhere",
    queried: true,
  },
  id: { name: "id", of: text, constraint: "UNIQUE", shown: "listings", queried: true },
  /** Of the file. */
  path: {
    name: "path",
    of: text,
    constraint: "UNIQUE",
    shown: "indirectly",
    decidesAddress: true,
    queried: true,
  },
  /** ASCII. NULL until all files of a run are in. */
  slug: {
    name: "slug",
    of: text,
    constraint: "UNIQUE",
    written: false,
    shown: "links",
    decidesAddress: true,
    queried: true,
  },
  /** The slug that it has where no other post wants the same. */
  slugBase: { name: "slug_base", of: text, shown: "nowhere", queried: true },
  /** Whether the slug stands in the front matter. */
  ownSlug: { name: "own_slug", of: flag, shown: "nowhere", queried: true },
  /** The `id` in the front matter, which may be taken. */
  ownId: { name: "own_id", of: text, optional: true, shown: "nowhere", queried: true },
  title: { name: "title", of: text, shown: "links" },
  subtitle: { name: "subtitle", of: text, optional: true, from: "front matter", shown: "listings" },
  date: { name: "date", of: instant, shown: "listings", decidesAddress: true, queried: true },
  updated: { name: "updated", of: instant, optional: true, shown: "page" },
  /** Such as 202310, in the site's zone; it grows with `date`. */
  month: { name: "month", of: wholeNumber, shown: "listings", inOtherForm: true, queried: true },
  lang: { name: "lang", of: language, shown: "links" },
  summary: { name: "summary", of: text, shown: "listings" },
  cover: { name: "cover", of: picture, optional: true, shown: "listings" },
  /** Address of the original. */
  sourceUrl: { name: "source_url", of: text, optional: true, shown: "page", inOtherForm: true },
  readingMinutes: { name: "reading_minutes", of: wholeNumber, shown: "listings" },
  /** Whether there are comments, whose number listings show. */
  comments: { name: "comments", of: flag, shown: "listings" },
  draft: { name: "draft", of: flag, shown: "nowhere", queried: true },
  public: { name: "public", of: flag, written: isPublic, shown: "indirectly", queried: true },
  /** In the order of the front matter. */
  terms: { name: "terms", of: keys, written: keysOfTerms, shown: "indirectly" },
} as const satisfies PostColumns & ColumnsOfPages;

/** What pages get of a post that isn't a column by itself: terms, what is made with one, and the body. */
type Composed = "authors" | "categories" | "tags" | "from" | "html";

/** So that no field of what pages get is without a column, or in a place that its changes don't reach. */
type ColumnsOfPages = {
  readonly [Field in Exclude<keyof Post, Composed>]-?: PostColumn & {
    of: ColumnKind<unknown, NonNullable<Post[Field]>>;
    shown: Field extends keyof PostLink
      ? "links"
      : Field extends keyof PostSummary
        ? "listings"
        : "page";
  } & (undefined extends Post[Field] ? { optional: true } : { optional?: never });
};

type Columns = typeof postColumns;

type FieldsWith<Trait> = {
  [Field in keyof Columns]: Columns[Field] extends Trait ? Field : never;
}[keyof Columns];

type Recorded<Field extends keyof Columns> =
  Columns[Field]["of"] extends ColumnKind<infer Value, unknown> ? Value : never;

type WrittenField = Exclude<keyof Columns, FieldsWith<{ written: unknown }>>;

type OptionalField = FieldsWith<{ optional: true }>;

/** What a record of a post holds for its columns. */
export type RecordFields = {
  [Field in Exclude<WrittenField, OptionalField>]: Recorded<Field>;
} & {
  [Field in Extract<WrittenField, OptionalField>]?: Recorded<Field>;
};

type FieldsShown<At extends Place> = Exclude<
  FieldsWith<{ shown: At }>,
  FieldsWith<{ inOtherForm: true }>
>;

/** What pages get of a post's columns where it is shown in a place. */
export interface ShownFields {
  links: Pick<Post, FieldsShown<"links">>;
  listings: Pick<Post, FieldsShown<"links" | "listings">>;
  page: Pick<Post, FieldsShown<Place>>;
}

export type FrontMatterField = FieldsWith<{ from: "front matter" }>;

const isFrontMatterField = (field: string): field is FrontMatterField => {
  const columns: PostColumns = postColumns;
  return columns[field]?.from === "front matter";
};

/** Fields of the front matter that are carried over as they are written. */
export const frontMatterFields: readonly FrontMatterField[] =
  Object.keys(postColumns).filter(isFrontMatterField);
