import { revalidateTag } from "next/cache";

/**
 * The one place that tells Next.js that pages are out of date: whoever asks for one from now on gets it rendered anew.
 * Only in a request that is under way. Telling the same twice is harmless.
 */
export function revalidateTags(tags: readonly string[]): void {
  for (const tag of tags) revalidateTag(tag, { expire: 0 });
}
