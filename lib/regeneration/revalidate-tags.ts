import { revalidateTag } from "next/cache";

/**
 * The one place that says that pages are out of date: whoever asks for one from now on gets it rendered anew. Saying the
 * same twice is harmless. On a server of one's own it is said to the page cache, at any time, and is remembered when the
 * promise is fulfilled; elsewhere to Next.js, which listens only while it answers a request.
 */
export async function revalidateTags(tags: readonly string[]): Promise<void> {
  const cache = globalThis.mastheadCache;
  if (cache) await cache.revalidate(tags);
  else for (const tag of tags) revalidateTag(tag, { expire: 0 });
}
