import { commentsStore } from "@/lib/comments/comments-store";
import { presentContentStore } from "@/lib/queries/content-store";
import { findMeta, isOfPresentVersion } from "@/lib/store/content-database";
import { countOutdated } from "@/lib/store/kept-versions";
import { countPosts } from "@/lib/store/read-posts";

type ContentHealth =
  /** `generation` names the content that the store holds; `newerThanShown` counts files with mistakes, shown as they were. */
  | { ok: true; generation: string; posts: number; newerThanShown: number }
  /** What an operator may be told; the log has more. */
  | { ok: false; problem: string };

/** How long a store may take to answer, in milliseconds. */
const patience = 2000;

/** Whether the content store answers, asked anew each time. */
export const findContentHealth = (): Promise<ContentHealth> =>
  within<ContentHealth>(askStore(), {
    ok: false,
    problem: "the content store does not answer",
  });

/** What is wrong with the comments' database; undefined where it answers. */
export const findCommentsProblem = (): Promise<string | undefined> =>
  within(askComments(), "the comments' database does not answer");

async function askComments(): Promise<string | undefined> {
  try {
    await (await commentsStore()).execute("SELECT 1");
    return undefined;
  } catch {
    return "the comments' database can't be reached";
  }
}

/** An answer, or what stands for it where it takes too long. */
export async function within<Value>(answer: Promise<Value>, otherwise: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Value>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patience);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function askStore(): Promise<ContentHealth> {
  try {
    const store = await presentContentStore();
    if (!(await isOfPresentVersion(store)))
      return {
        ok: false,
        problem: "the content store is empty, or of another version than the site",
      };
    const [generation, posts, newerThanShown] = await Promise.all([
      findMeta(store, "generation"),
      countPosts(store),
      countOutdated(store),
    ]);
    if (generation === undefined) return { ok: false, problem: "the content store is empty" };
    return { ok: true, generation, posts, newerThanShown };
  } catch {
    // The message of the driver may hold the store's address: what is public says no more than this.
    return { ok: false, problem: "the content store can't be reached" };
  }
}
