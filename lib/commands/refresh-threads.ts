import { cacheTags } from "@/lib/cache-tags";
import { environment } from "@/lib/environment";

/** A site takes so many tags at once, and answers within so many milliseconds. */
const bounds = { tags: 1000, wait: 30_000 };

/**
 * Tells the running site that threads have changed behind its back, through `POST /api/revalidate`. Where it can't be told,
 * says so: pages that are cached show what was there before.
 */
export async function refreshThreads(postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  const tags = postIds.flatMap((id) => [cacheTags.comments(id), cacheTags.commentCount(id)]);
  for (let start = 0; start < tags.length; start += bounds.tags) {
    const fault = await ask(tags.slice(start, start + bounds.tags));
    if (fault === undefined) continue;
    console.error(
      `masthead: pages that are cached still show the threads as they were (${fault}). Set SITE_URL and REVALIDATE_SECRET to those of the running site, then: npm run comments -- refresh`,
    );
    return;
  }
  console.log(`${environment.siteUrl}: pages of ${postIds.length} posts are refreshed`);
}

/** @returns what went wrong, if anything did */
async function ask(tags: readonly string[]): Promise<string | undefined> {
  const { revalidateSecret: secret } = environment;
  if (secret === undefined) return "REVALIDATE_SECRET is not set";
  try {
    const response = await fetch(`${environment.siteUrl}/api/revalidate`, {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      body: JSON.stringify({ tags }),
      redirect: "manual",
      signal: AbortSignal.timeout(bounds.wait),
    });
    await response.body?.cancel();
    return response.ok ? undefined : `${environment.siteUrl} answered ${response.status}`;
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return `no site answers at ${environment.siteUrl}`;
  }
}
