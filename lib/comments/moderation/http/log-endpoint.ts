import { respondWithPage } from "@/lib/comments/http/respond";
import { buildLogPage } from "@/lib/comments/moderation/markup/log-page";
import type { ModerationService, Moderator } from "@/lib/comments/moderation/moderation-service";
import { readAuditLog } from "@/lib/comments/store/audit-log";
import { isCommentId } from "@/lib/discussion/comment-id";
import { parsePageNumber } from "@/lib/site/page-number";

/** Lines on a page. */
const pageSize = 50;

/** What moderators did, the latest first; with `comment`, what they did with one. */
export async function answerLog(
  { url }: Request,
  { service, moderator }: { service: ModerationService; moderator: Moderator },
): Promise<Response> {
  const { searchParams } = new URL(url);
  const given = searchParams.get("comment") ?? "";
  const comment = isCommentId(given) ? { commentId: given } : {};
  const page = parsePageNumber(searchParams.get("page") ?? "") ?? 1;
  const log = await readAuditLog(service.store, { ...comment, page, pageSize });
  return respondWithPage(buildLogPage({ ...log, ...comment, page, moderator }), 200);
}
