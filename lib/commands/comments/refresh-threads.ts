import { cacheTags } from "@/lib/cache-tags";
import { root } from "@/lib/commands/content/bring-up-to-date";
import { findTargets, type PublishTarget } from "@/lib/commands/publish/publish-targets";
import { listRunningSites } from "@/lib/commands/site/running-sites";
import { environment } from "@/lib/environment";
import { revalidateAtStart } from "@/lib/page-cache/revalidate-at-start";
import { askSiteForTags } from "@/lib/regeneration/ask-site";
import { maxTags } from "@/lib/regeneration/revalidate-request";

/**
 * Tells the sites that threads have changed behind their back: those that run in this folder, else the one at the public
 * address; and the one that isn't running here, for its next start. Where a site can't be told, says so: pages that are
 * cached show what was there before.
 */
export async function refreshThreads(postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  const tags = postIds.flatMap((id) => [cacheTags.comments(id), cacheTags.commentCount(id)]);
  const running = await listRunningSites(root, environment.contentDatabase.url);
  if (running.length === 0) await revalidateAtStart(root, tags);
  const found = findTargets([], running, environment);
  if (found.ok) {
    await Promise.all(found.targets.map((target) => refresh(target, tags, postIds.length)));
  } else console.log(`masthead: ${found.error}; a site of this folder shows it when it is started`);
}

async function refresh(
  { site, secret }: PublishTarget,
  tags: readonly string[],
  posts: number,
): Promise<void> {
  for (let start = 0; start < tags.length; start += maxTags) {
    const result = await askSiteForTags(site, secret, tags.slice(start, start + maxTags));
    if (!result.ok) {
      console.error(
        `masthead: ${result.error}; its cached pages still show the threads as they were: npm run comments -- refresh`,
      );
      return;
    }
  }
  console.log(`${site}: pages of ${posts} posts are refreshed`);
}
