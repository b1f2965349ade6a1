import type { ModerationService } from "@/lib/comments/moderation/moderation-service";
import type { PostOfThread } from "@/lib/comments/post-of-thread";
import { postUrl } from "@/lib/urls";

/** The public post that a moderator names by its address, its slug or its id. */
export async function findMeantPost(
  { findPost, findPostIdsByWords }: Pick<ModerationService, "findPost" | "findPostIdsByWords">,
  typed: string,
): Promise<PostOfThread | undefined> {
  const name = readName(typed);
  if (name === "") return undefined;
  const byId = await findPost(name);
  if (byId) return byId;
  const found = await Promise.all((await findPostIdsByWords(name)).map((id) => findPost(id)));
  return found.find((post) => post?.slug === name);
}

/** Of an address, what stands after the beginning of all posts' addresses; of anything else, all of it. */
function readName(typed: string): string {
  const written = typed.trim();
  const path = URL.canParse(written) ? new URL(written).pathname : written;
  return path.startsWith(postUrl(""))
    ? (path.slice(postUrl("").length).split(/[/?#]/)[0] ?? "")
    : path;
}
