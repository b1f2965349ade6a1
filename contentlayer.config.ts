import { defineDocumentType, makeSource } from "contentlayer/source-files";

/**
 * The kinds of document and their front matter. `lib/content/read-fields.ts` derives from these declarations what a
 * file may say (a list may be one string, `True` is a boolean, dates have many forms), so a field is declared once.
 */

export const Post = defineDocumentType(() => ({
  name: "Post",
  contentType: "markdown",
  filePathPattern: "**/*.md",
  fields: {
    title: { type: "string", required: true },
    subtitle: { type: "string", description: "A line under the title" },
    date: { type: "date", required: true, description: "When it was, or will be, published" },
    updated: { type: "date", description: "When the text last changed in substance" },
    author: { type: "list", of: { type: "string" }, description: "One or several names" },
    from: { type: "string", description: "Address of the original" },
    tags: { type: "list", of: { type: "string" } },
    categories: { type: "list", of: { type: "string" } },
    comments: { type: "boolean", description: "Whether readers may comment" },
    layout: { type: "string", description: "`post`, `page` or `author`: the kind of document" },
    slug: {
      type: "string",
      description: "Last part of the address, instead of one from the title",
    },
    id: { type: "string", description: "What comments hang on, instead of one from the path" },
    permalink: { type: "string", description: "An old address, which redirects" },
    aliases: { type: "list", of: { type: "string" }, description: "Further old addresses" },
    draft: { type: "boolean", description: "Not public while true" },
    summary: { type: "string", description: "For listings, instead of the opening of the text" },
    cover: { type: "string", description: "Address of a picture" },
    lang: { type: "string", description: "Language of the text, instead of what it looks like" },
  },
}));

export const Page = defineDocumentType(() => ({
  name: "Page",
  contentType: "markdown",
  filePathPattern: "pages/**/*.md",
  fields: {
    title: { type: "string", required: true },
    layout: { type: "string" },
    slug: { type: "string", description: "Address of the page, instead of one from the file name" },
    permalink: { type: "string", description: "Address of the page, as Jekyll writes it" },
    draft: { type: "boolean" },
    summary: { type: "string" },
    lang: { type: "string" },
  },
}));

export const Author = defineDocumentType(() => ({
  name: "Author",
  contentType: "markdown",
  filePathPattern: "authors/**/*.md",
  fields: {
    name: {
      type: "string",
      required: true,
      description: "Exactly as in the `author` of the posts",
    },
    layout: { type: "string" },
    summary: { type: "string", description: "One line about the author" },
    lang: { type: "string" },
  },
}));

export const documentTypes = { Post, Page, Author };

/** Where the files of a batch are read and checked is told in `lib/content/contentlayer-source.ts`. */
export default makeSource({
  contentDirPath: "content",
  documentTypes,
  disableImportAliasWarning: true,
  onUnknownDocuments: "fail",
  onExtraFieldData: "fail",
  onMissingOrIncompatibleData: "fail",
});
