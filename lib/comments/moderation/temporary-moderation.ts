import type { ModerationService } from "@/lib/comments/moderation/moderation-service";
import { createTemporaryService, type TemporaryService } from "@/lib/comments/temporary-service";
import type { CommentSettings } from "@/lib/site/comment-settings";

/** For tests only: as `createTemporaryService`, with a door for moderators. */
export type TemporaryModeration = TemporaryService & ModerationService;

export const testPassword = "ein sehr langes 密码 🗝";

export async function createTemporaryModeration(
  given: Partial<CommentSettings> = {},
): Promise<TemporaryModeration> {
  const service = await createTemporaryService(given);
  return {
    ...service,
    password: testPassword,
    listThreadPostIds: async (words) =>
      ["另一篇", "other-post"].some((known) => known.includes(words)) ? ["other"] : [],
  };
}
