import type { ArchivedThread } from "@/lib/comments/transfer/comment-archive";

/** Where posts are looked for. Each answers with a post's id. */
export interface PostFinder {
  byId(id: string): Promise<string | undefined>;
  /** @param path from the root, of today or from before */
  byAddress(path: string): Promise<string | undefined>;
  /** Of the one post that has this title. */
  byTitle(title: string): Promise<string | undefined>;
}

/** The post that a thread belonged to: by its id, by an address of today or from before, at last by its title. */
export async function findThreadPost(
  { ids, addresses, title }: ArchivedThread,
  posts: PostFinder,
): Promise<string | undefined> {
  for (const id of ids) {
    const found = await posts.byId(id);
    if (found !== undefined) return found;
  }
  for (const path of addresses.flatMap(listPaths)) {
    const found = await posts.byAddress(path);
    if (found !== undefined) return found;
  }
  return title === undefined ? undefined : posts.byTitle(title);
}

/** An address with its query, which alone told posts apart on some sites, and without. */
function listPaths(address: string): string[] {
  const base = "https://site.invalid";
  const isFull = /^https?:\/\//i.test(address);
  const text = isFull ? address : `${base}/${address.replace(/^\/+/, "")}`;
  if (!URL.canParse(text)) return [];
  const { pathname, search } = new URL(text);
  if (pathname === "/" && search === "") return [];
  return search === ""
    ? [pathname]
    : [`${pathname}${search}`, ...(pathname === "/" ? [] : [pathname])];
}
