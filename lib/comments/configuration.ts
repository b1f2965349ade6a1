import { environment } from "@/lib/environment";
import type { CommentSettings } from "@/lib/site/comment-settings";

/**
 * The settings of comments as they are in this environment. Where the built-in comments have no database that could be
 * written, there are none.
 */
export const configureComments = (settings: CommentSettings): CommentSettings => ({
  ...settings,
  ...(environment.comments.moderation ? { moderation: environment.comments.moderation } : {}),
  provider: findProvider(settings),
  limits: {
    address: environment.comments.addressLimit ?? settings.limits.address,
    thread: environment.comments.threadLimit ?? settings.limits.thread,
  },
});

function findProvider(settings: CommentSettings): CommentSettings["provider"] {
  const provider = environment.comments.provider ?? settings.provider;
  const lacksDatabase = provider === "builtin" && environment.commentsDatabase === undefined;
  return lacksDatabase ? "none" : provider;
}
