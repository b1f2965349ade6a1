import { createHash } from "node:crypto";
import { createAllowances } from "@/lib/comments/address-allowance";
import type { CommentService } from "@/lib/comments/comment-service";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";
import { SubmissionQueue } from "@/lib/comments/submission-queue";
import type { ThreadPost } from "@/lib/publication";
import { completeSettings } from "@/lib/settings";
import type { CommentSettings } from "@/lib/site/comment-settings";

/** For tests only: comments with a real store of their own, a clock that is set by hand, and a few posts. */
export interface TemporaryService extends CommentService {
  /** Ids of posts whose pages were to be refreshed. */
  changed: string[];
  clock: { now: number };
}

const posts: ThreadPost[] = [
  { id: "open", slug: "open-post", title: "开放的文章", comments: true },
  { id: "other", slug: "other-post", title: "另一篇", comments: true },
  { id: "shut", slug: "shut-post", title: "没有评论的文章", comments: false },
].map((post) => ({ ...post, lang: "zh-Hans", date: "2024-04-01T00:00:00.000Z" }));

export async function createTemporaryService(
  given: Partial<CommentSettings> = {},
): Promise<TemporaryService> {
  const store = await createTemporaryComments();
  const settings = { ...completeSettings({}).comments, moderation: "none" as const, ...given };
  const changed: string[] = [];
  const clock = { now: Date.parse("2024-05-01T00:00:00Z") };
  return {
    store,
    settings,
    allowances: createAllowances(settings.limits.address),
    queue: new SubmissionQueue(store, settings),
    changed,
    clock,
    now: () => clock.now,
    findThreadPost: async (name) =>
      posts.find((post) => ("id" in name ? post.id === name.id : post.slug === name.slug)),
    threadChanged: async (id) => {
      changed.push(id);
    },
  };
}

export const sender = (name: string) => ({
  address: `address of ${name}`,
  writerHash: name,
  writerIsNew: false,
});

/** A proof for a challenge, found as a browser finds it. */
export function findProof(token: string): string {
  for (let proof = 0; ; proof += 1) {
    const hash = createHash("sha256").update(`${token}.${proof}`).digest();
    if (hash[0] === 0 && hash[1] === 0) return String(proof);
  }
}
