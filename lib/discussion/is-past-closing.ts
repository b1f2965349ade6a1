import type { ThreadPost } from "@/lib/publication";
import type { CommentSettings } from "@/lib/site/comment-settings";

/** Whether a post is older than posts that take comments. @param now milliseconds */
export function isPastClosing(
  { date }: Pick<ThreadPost, "date">,
  { closeAfterDays }: Pick<CommentSettings, "closeAfterDays">,
  now: number,
): boolean {
  return closeAfterDays !== undefined && now - Date.parse(date) > closeAfterDays * 86_400_000;
}
