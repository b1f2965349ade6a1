import { type FrontMatterField, frontMatterFields } from "@/lib/store/post-columns";

type Texts = { [Field in FrontMatterField]?: string };

/** What readers see of a document as it stands in its front matter: post-columns.ts says which fields. */
export function carryOver(document: { [Field in FrontMatterField]?: string | undefined }): Texts {
  const carried: Texts = {};
  for (const field of frontMatterFields) {
    const value = document[field];
    if (value !== undefined) carried[field] = value;
  }
  return carried;
}
