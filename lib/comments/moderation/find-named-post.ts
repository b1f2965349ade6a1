import type { CommentService } from "@/lib/comments/comment-service";
import type { ThreadPost } from "@/lib/publication";
import { postUrl } from "@/lib/urls";

/** The public post that a moderator names by its address, its slug or its id. */
export async function findNamedPost(
  { findThreadPost }: Pick<CommentService, "findThreadPost">,
  typed: string,
): Promise<ThreadPost | undefined> {
  const name = readName(typed);
  if (name === "") return undefined;
  return (await findThreadPost({ id: name })) ?? findThreadPost({ slug: name });
}

/** Of an address, what stands after the beginning of all posts' addresses; of anything else, all of it. */
function readName(typed: string): string {
  const written = typed.trim();
  const path = URL.canParse(written) ? new URL(written).pathname : written;
  return path.startsWith(postUrl(""))
    ? (path.slice(postUrl("").length).split(/[/?#]/)[0] ?? "")
    : path;
}
