import type { ArchivedThread } from "@/lib/comments/transfer/comment-archive";
import type { ThreadPostTrace } from "@/lib/publication";

/** Looks a post up by one thing that its thread knows of it, and answers with the id. */
export type FindThreadPostId = (trace: ThreadPostTrace) => Promise<string | undefined>;

/** The post that a thread belonged to: by its id, by an address of today or from before, at last by its title. */
export async function findThreadPostId(
  { ids, addresses, title }: ArchivedThread,
  find: FindThreadPostId,
): Promise<string | undefined> {
  const traces: ThreadPostTrace[] = [
    ...ids.map((id) => ({ id })),
    ...addresses.flatMap(listPaths).map((address) => ({ address })),
    ...(title === undefined ? [] : [{ title }]),
  ];
  for (const trace of traces) {
    const found = await find(trace);
    if (found !== undefined) return found;
  }
  return undefined;
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
