import { cacheLife, cacheTag } from "next/cache";
import { cacheTags } from "@/lib/cache-tags";
import { commentsStore } from "@/lib/comments/comments-store";
import { commentConfiguration } from "@/lib/comments/configuration";
import { buildThreadHtml } from "@/lib/comments/markup/thread-markup";
import { isPastClosing, type PostOfThread } from "@/lib/comments/post-of-thread";
import {
  countVisibleComments,
  isThreadClosed,
  readThreadPage,
} from "@/lib/comments/store/read-threads";
import type { Post } from "@/lib/publication";
import { contentStore } from "@/lib/queries/content-store";
import { findPostById } from "@/lib/store/find-post-by-id";
import { findPostIdsByTitle } from "@/lib/store/find-posts-by-title";

/** A page of a post's comments, ready to be shown. */
export interface RenderedThread {
  /** Sanitised HTML of the list; empty where there are no comments. */
  html: string;
  /** Visible comments on all pages. */
  total: number;
  /** From 1. */
  page: number;
  pageCount: number;
  /** Whether more can be written. */
  isOpen: boolean;
}

/** One page of the built-in comments of a post; nothing where there is no such page. */
export async function findThread(
  { id, date }: Pick<Post, "id" | "date">,
  page: number,
): Promise<RenderedThread | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.comments(id));
  const store = await commentsStore();
  const [thread, isClosed] = await Promise.all([
    readThreadPage(store, id, page, commentConfiguration),
    isThreadClosed(store, id),
  ]);
  if (!thread) return undefined;
  const { comments, ...rest } = thread;
  const isOpen = !isClosed && !isPastClosing({ date }, commentConfiguration, Date.now());
  const html = comments.length > 0 ? buildThreadHtml(comments, { isOpen }) : "";
  return { ...rest, html, isOpen };
}

/**
 * How many comments a post has, for listings: one cached figure for all of them, and those that show it are refreshed when
 * it changes. Nothing is asked where no figures are shown.
 */
export async function countComments(postId: string): Promise<number> {
  const { provider, countsInListings } = commentConfiguration;
  return provider === "builtin" && countsInListings ? countCachedComments(postId) : 0;
}

async function countCachedComments(postId: string): Promise<number> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.commentCount(postId));
  return (await countVisibleComments(await commentsStore(), [postId]))[postId] ?? 0;
}

/** A public post by its id, as it is at this moment. */
export async function findPostOfThread(id: string): Promise<PostOfThread | undefined> {
  return findPostById(contentStore(), id);
}

/** Ids of posts that a moderator means by some words of the title, or by the slug. */
export const findPostIdsByWords = (words: string): Promise<string[]> =>
  findPostIdsByTitle(contentStore(), words);
