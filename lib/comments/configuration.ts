import { environment } from "@/lib/environment";
import { settings } from "@/lib/settings";
import type { CommentSettings } from "@/lib/site/comment-settings";

/**
 * The settings of comments as they are in this environment. Where the built-in comments have no database that could be
 * written, there are none.
 */
export const commentConfiguration: CommentSettings = {
  ...settings.comments,
  ...(environment.comments.moderation ? { moderation: environment.comments.moderation } : {}),
  provider: findProvider(),
  limits: {
    address: environment.comments.addressLimit ?? settings.comments.limits.address,
    thread: environment.comments.threadLimit ?? settings.comments.limits.thread,
  },
};

function findProvider(): CommentSettings["provider"] {
  const provider = environment.comments.provider ?? settings.comments.provider;
  const lacksDatabase = provider === "builtin" && environment.commentsDatabase === undefined;
  return lacksDatabase ? "none" : provider;
}
