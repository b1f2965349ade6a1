import type { ThreadPost, ThreadPostName } from "@/lib/publication";
import { contentStore } from "@/lib/queries/content-store";
import * as store from "@/lib/store/thread-posts";

/** The public post of a thread, as it is at this moment. */
export async function findThreadPost(name: ThreadPostName): Promise<ThreadPost | undefined> {
  return store.findThreadPost(contentStore(), name);
}

/** Ids of the posts that a moderator means by some words of the title, or by the slug or id. */
export async function listThreadPostIds(words: string): Promise<string[]> {
  return store.listThreadPostIds(contentStore(), words);
}
