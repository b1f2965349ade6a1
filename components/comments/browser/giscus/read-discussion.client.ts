import type { FramedDiscussion } from "@/components/comments/browser/giscus/open-giscus.client";

/**
 * The discussion that a place names in its `data-` attributes.
 * @throws Error that names what is missing
 */
export function readDiscussion(data: Readonly<Partial<Record<string, string>>>): FramedDiscussion {
  const read = (name: string): string => {
    const value = data[name];
    if (!value) throw new Error(`the place of the discussion doesn't say its ${name}`);
    return value;
  };
  return {
    repo: read("repo"),
    repoId: read("repoId"),
    category: read("category"),
    categoryId: read("categoryId"),
    term: read("term"),
    language: read("language"),
    title: read("title"),
  };
}
