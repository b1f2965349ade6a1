import type { CommentSettings } from "@/lib/site/comment-settings";
import type { Language } from "@/lib/site/site-settings";

/** What comments have to know of the post that they stand under. */
export interface PostOfThread {
  id: string;
  slug: string;
  title: string;
  lang: Language;
  /** ISO 8601 instant in UTC. */
  date: string;
  /** Whether its front matter, or the site, opens it to comments. */
  comments: boolean;
}

/** Whether a post is older than posts that take comments. @param now milliseconds */
export function isPastClosing(
  { date }: Pick<PostOfThread, "date">,
  { closeAfterDays }: Pick<CommentSettings, "closeAfterDays">,
  now: number,
): boolean {
  return closeAfterDays !== undefined && now - Date.parse(date) > closeAfterDays * 86_400_000;
}
