import { tagsManifest } from "next/dist/server/lib/incremental-cache/tags-manifest.external";
import { askSite } from "@/lib/regeneration/ask-site";
import { findMissedChanges } from "@/lib/regeneration/catch-up";
import { armDuePosts } from "@/lib/regeneration/due-posts";
import { ownAddress } from "@/lib/regeneration/own-address";
import { serverToken } from "@/lib/regeneration/server-token";

/** Between two attempts to reach the server that is still starting, in milliseconds. */
const retryMs = 50;
const attempts = 200;

/**
 * What a server does before its first answer: pages of the build, and pages kept from before a restart, that have changed
 * since are out of date. Next.js has no door for that outside of a request, so its list of revalidated tags is written
 * to; once the server answers, it is told in the regular way too, which is what page caches remember.
 */
export async function startRegeneration(): Promise<void> {
  const missed = await findMissedChanges();
  const expired = performance.timeOrigin + performance.now();
  for (const { tag } of missed?.touched ?? []) tagsManifest.set(tag, { expired });
  await armDuePosts();
  if (missed) void tellOurselves();
}

async function tellOurselves(): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await askSite(ownAddress(), serverToken());
    if (result.ok) return;
    if (attempt === attempts) {
      console.error(`masthead: pages could not be refreshed at the start: ${result.error}`);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}
