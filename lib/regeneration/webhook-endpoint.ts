import { environment } from "@/lib/environment";
import { readBody } from "@/lib/http/read-body";
import { findContentBranch } from "@/lib/regeneration/content-branch";
import { pullAndPublish } from "@/lib/regeneration/pull-and-publish";
import { refuse, reply } from "@/lib/regeneration/reply";
import {
  isAuthentic,
  isSigned,
  maxWebhookBytes,
  readWebhookEvent,
} from "@/lib/regeneration/webhook-request";

const unsigned = "the signature is missing, or not made with the WEBHOOK_SECRET of this site";

/**
 * `POST /api/webhook`: a Git host tells that somebody has pushed. Where it was to the branch that the content folder is
 * on, that is pulled and published; the answer doesn't wait for it.
 */
export async function answerWebhook(request: Request): Promise<Response> {
  const { webhookSecret, contentDirectory } = environment;
  if (webhookSecret === undefined) {
    return refuse(403, "this door is closed: the site was started without WEBHOOK_SECRET");
  }
  if (!isSigned(request.headers)) return refuse(401, unsigned);
  const body = await readBody(request, maxWebhookBytes);
  if (!body) return refuse(413, `the body has more than ${maxWebhookBytes / 1024 / 1024} MB`);
  if (!isAuthentic(request.headers, body, webhookSecret)) {
    return refuse(401, unsigned);
  }
  const read = readWebhookEvent(request.headers, body);
  if (!read.ok) return refuse(400, read.error);
  const { event } = read;
  if (event.kind === "ping") return reply(200, { pong: true });
  if (event.kind === "other") return reply(200, { ignored: event.name });
  const found = await findContentBranch(contentDirectory);
  if (!found.ok) return refuse(500, found.error);
  if (event.branch !== found.branch) {
    return reply(200, { ignored: `a push to ${event.branch}; this site shows ${found.branch}` });
  }
  pullAndPublish();
  return reply(202, { accepted: `a push to ${event.branch}` });
}
