import { cacheTags } from "@/lib/cache-tags";
import { root } from "@/lib/commands/bring-up-to-date";
import { findTargets, type PublishTarget } from "@/lib/commands/publish-targets";
import { listRunningSites } from "@/lib/commands/running-sites";
import { environment } from "@/lib/environment";
import { askSiteForTags } from "@/lib/regeneration/ask-site";
import { maxTags } from "@/lib/regeneration/revalidate-request";

/**
 * Tells the running sites that threads have changed behind their back: those of this folder, else the one at the public
 * address. Where one can't be told, says so: pages that are cached show what was there before.
 */
export async function refreshThreads(postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  const running = await listRunningSites(root, environment.contentDatabase.url);
  const found = findTargets([], running, environment);
  if (!found.ok) return complain(found.error);
  const tags = postIds.flatMap((id) => [cacheTags.comments(id), cacheTags.commentCount(id)]);
  await Promise.all(found.targets.map((target) => refresh(target, tags, postIds.length)));
}

async function refresh(
  { site, secret }: PublishTarget,
  tags: readonly string[],
  posts: number,
): Promise<void> {
  for (let start = 0; start < tags.length; start += maxTags) {
    const result = await askSiteForTags(site, secret, tags.slice(start, start + maxTags));
    if (!result.ok) return complain(result.error);
  }
  console.log(`${site}: pages of ${posts} posts are refreshed`);
}

const complain = (fault: string): void =>
  console.error(
    `masthead: pages that are cached still show the threads as they were (${fault}); then: npm run comments -- refresh`,
  );
