import { presentContentStore } from "@/lib/queries/content-store";
import { findMeta, isOfPresentVersion } from "@/lib/store/content-database";
import { countOutdated } from "@/lib/store/kept-versions";
import { countPosts } from "@/lib/store/read-posts";

type Health =
  /** `generation` names the content that the store holds; `newerThanShown` counts files with mistakes, shown as they were. */
  | { ok: true; generation: string; posts: number; newerThanShown: number }
  /** What an operator may be told; the log has more. */
  | { ok: false; problem: string };

/** How long a store may take to answer, in milliseconds. */
const patience = 2000;

/** Whether the store answers, asked anew each time. */
export async function findHealth(): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(
      () => resolve({ ok: false, problem: "the content store does not answer" }),
      patience,
    );
  });
  try {
    return await Promise.race([askStore(), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function askStore(): Promise<Health> {
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
