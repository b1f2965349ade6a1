import type { Client } from "@libsql/client";
import { cacheTags } from "@/lib/cache-tags";
import { ThreadRefresher } from "@/lib/comments/thread-refresher";
import { revalidateTags } from "@/lib/regeneration/revalidate-tags";

/** Refreshes the pages of this site; on a server of one's own at any time, elsewhere within a request alone. */
export const createThreadRefresher = (store: Client): ThreadRefresher =>
  new ThreadRefresher(store, (postIds) =>
    revalidateTags(postIds.flatMap((id) => [cacheTags.comments(id), cacheTags.commentCount(id)])),
  );
