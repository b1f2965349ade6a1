import { environment } from "@/lib/environment";
import { log, messageOf } from "@/lib/log";
import { presentContentStore } from "@/lib/queries/content-store";
import { catchUp } from "@/lib/regeneration/catch-up";
import { checkBearer } from "@/lib/regeneration/check-bearer";
import { requestDeployment } from "@/lib/regeneration/deploy-hook";
import { refuse, reply } from "@/lib/regeneration/reply";
import { findContentState, findRefreshed, noteRefreshed } from "@/lib/store/change-log";
import { findNextDue, publishDue } from "@/lib/store/due-posts";

/**
 * `GET /api/due`: makes the scheduled posts public that are due, where no server sits and waits for them: on Vercel, whose
 * scheduler calls this with CRON_SECRET (vercel.json). Where the store is shipped inside the site, nothing can be written,
 * and a deployment is asked for. The answer says what was done, and when the next post is due.
 */
export async function answerDue(request: Request): Promise<Response> {
  const { cronSecret, revalidateSecret } = environment;
  const refusal = checkBearer(request, [
    { variable: "CRON_SECRET", value: cronSecret },
    { variable: "REVALIDATE_SECRET", value: revalidateSecret },
  ]);
  if (refusal) return refusal;
  const isShipped = process.env.VERCEL && environment.contentDatabase.url.startsWith("file:");
  return isShipped ? deployWhenDue(Date.now()) : publishWhenDue(Date.now());
}

async function deployWhenDue(now: number): Promise<Response> {
  const due = await findNextDue(environment.contentDatabase);
  if (due === undefined || due > now) return reply(200, { revalidated: [], ...describeNext(due) });
  const { deployHookUrl } = environment;
  if (deployHookUrl === undefined) {
    return refuse(
      409,
      "a scheduled post is due, and the store is shipped inside the site: set DEPLOY_HOOK_URL to a deploy hook of the project, or deploy",
    );
  }
  const requested = await requestDeployment(deployHookUrl);
  if (requested.ok) return reply(202, { deployment: "requested", ...describeNext(due) });
  log("error", "a deployment can't be requested", { message: requested.error });
  return refuse(502, `a scheduled post is due, but the deploy hook failed: ${requested.error}`);
}

async function publishWhenDue(now: number): Promise<Response> {
  const { contentDatabase, siteUrl } = environment;
  try {
    const store = await presentContentStore();
    // Functions come and go: what the site shows is written down in the store (commands/publish-once.ts).
    const since = (await findRefreshed(store, siteUrl)) ?? (await findContentState(store));
    if (!(await publishDue(contentDatabase, now))) {
      return refuse(503, "content is being brought in, whose end publishes what is due", {
        "Retry-After": "10",
      });
    }
    const caughtUp = await catchUp(since);
    if (!caughtUp) return refuse(409, "the content store is empty: bring it up to date first");
    await noteRefreshed(store, siteUrl, caughtUp.state.change);
    const next = await findNextDue(contentDatabase);
    return reply(200, { revalidated: caughtUp.touched, ...describeNext(next) });
  } catch (thrown) {
    log("error", "a scheduled post can't be published", { message: messageOf(thrown) });
    return refuse(503, "the content store can't be reached", { "Retry-After": "10" });
  }
}

/** @param due milliseconds since 1970 */
const describeNext = (due: number | undefined) =>
  due === undefined ? {} : { due: new Date(due).toISOString() };
