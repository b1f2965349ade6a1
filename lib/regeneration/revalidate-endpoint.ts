import { environment } from "@/lib/environment";
import { readBody } from "@/lib/http/read-body";
import { log, messageOf } from "@/lib/log";
import { catchUp } from "@/lib/regeneration/catch-up";
import { checkBearer } from "@/lib/regeneration/check-bearer";
import { armDuePosts } from "@/lib/regeneration/due-posts";
import { refuse, reply } from "@/lib/regeneration/reply";
import {
  maxRevalidateBytes,
  type RevalidateRequest,
  readRevalidateRequest,
} from "@/lib/regeneration/revalidate-request";
import { revalidateTagsForGood } from "@/lib/regeneration/revalidate-tags";
import { serverToken } from "@/lib/regeneration/server-token";

/**
 * `POST /api/revalidate`: refreshes the pages of this server. The secret stands in `Authorization: Bearer …`.
 * `{"pending": true}` refreshes what has changed in the store since this server last looked, `{"tags": […]}` what is
 * named. The answer lists what was refreshed; an error says what is wrong.
 */
export async function answerRevalidate(request: Request): Promise<Response> {
  const secret = { variable: "REVALIDATE_SECRET", value: environment.revalidateSecret };
  const refusal = checkBearer(request, [secret], serverToken());
  if (refusal) return refusal;
  const body = await readBody(request, maxRevalidateBytes);
  if (!body) return refuse(413, `the body has more than ${maxRevalidateBytes / 1024} KB`);
  const read = readRevalidateRequest(body);
  return read.ok ? revalidate(read.request) : refuse(400, read.error);
}

async function revalidate(request: RevalidateRequest): Promise<Response> {
  if ("tags" in request) {
    const tags = [...new Set(request.tags)];
    await revalidateTagsForGood(tags);
    return reply(200, { revalidated: tags.map((tag) => ({ tag })) });
  }
  const caughtUp = await catchUp(request.since).catch((thrown: unknown) => {
    log("error", "the content store can't be read", { message: messageOf(thrown) });
    return "unreachable" as const;
  });
  if (caughtUp === "unreachable") {
    return refuse(503, "the content store can't be read: the log of the site says why");
  }
  if (!caughtUp) return refuse(409, "the content store is empty: bring it up to date first");
  await armDuePosts();
  return reply(200, { revalidated: caughtUp.touched, ...caughtUp.state });
}
