import { z } from "zod";
import type { RevalidateRequest } from "@/lib/regeneration/revalidate-request";
import type { ContentState } from "@/lib/store/change-log";
import { revalidateUrl } from "@/lib/urls";

const refreshedFormat = z.object({
  revalidated: z.array(z.object({ tag: z.string(), address: z.string().optional() })),
});

const answerFormat = refreshedFormat.extend({ store: z.string(), change: z.int() });

const errorFormat = z.object({ error: z.string() });

/** What a site refreshed, and the state of the store as it sees it. */
export type SiteAnswer = z.infer<typeof answerFormat>;

type AskResult<Answer> = { ok: true; answer: Answer } | { ok: false; error: string };

/** A site that is up answers in a few milliseconds. */
const timeoutMs = 30_000;

/**
 * Asks a running site to refresh what has changed in its store.
 * @param site address without a slash at the end
 * @param since what all sites are known to have refreshed, for one that keeps no count of its own
 * @returns an error that says why it didn't, and what to do
 */
export const askSite = (
  site: string,
  secret: string,
  since?: ContentState,
): Promise<AskResult<SiteAnswer>> =>
  ask(site, secret, { pending: true, ...(since ? { since } : {}) }, answerFormat);

/**
 * Asks a running site to refresh the pages that carry some tags.
 * @param site address without a slash at the end
 * @param tags as many as a site takes at once, at the most
 */
export const askSiteForTags = (
  site: string,
  secret: string,
  tags: readonly string[],
): Promise<AskResult<z.infer<typeof refreshedFormat>>> =>
  ask(site, secret, { tags: [...tags] }, refreshedFormat);

async function ask<Answer>(
  site: string,
  secret: string,
  request: RevalidateRequest,
  format: z.ZodType<Answer>,
): Promise<AskResult<Answer>> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(site + revalidateUrl, {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      body: JSON.stringify(request),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    text = await response.text();
  } catch (thrown) {
    return { ok: false, error: `no site answers at ${site} (${describeFailure(thrown)})` };
  }
  const body = parseJson(text);
  const answer = format.safeParse(body);
  if (response.ok && answer.success) return { ok: true, answer: answer.data };
  const refusal = errorFormat.safeParse(body);
  const reason = refusal.success ? refusal.data.error : "this is no site of ours";
  return { ok: false, error: `${site} answered ${response.status}: ${reason}` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}

/** `fetch` hides the reason in a cause. */
function describeFailure(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { cause } = thrown;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) {
    return cause.errors[0].message;
  }
  return cause instanceof Error ? cause.message : thrown.message;
}
