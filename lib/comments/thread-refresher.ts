import type { Client } from "@libsql/client";
import { forgetChangedThreads, readChangedThreads } from "@/lib/comments/store/changed-threads";

/**
 * Has the pages of changed threads refreshed. What has changed is noted by the database in the transaction of the change,
 * and forgotten when the pages are refreshed for good: whoever dies before leaves it to the next. Each process has one.
 */
export class ThreadRefresher {
  readonly #store: Client;
  readonly #refresh: (postIds: readonly string[]) => Promise<boolean>;
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  /**
   * @param refresh has the pages that show these threads, or count their comments, rendered anew; says whether that will be
   *   remembered should the process end
   */
  constructor(store: Client, refresh: (postIds: readonly string[]) => Promise<boolean>) {
    this.#store = store;
    this.#refresh = refresh;
  }

  /**
   * Resolves when all that was committed before the call is refreshed, by whichever server wrote it. Those who ask while
   * others are being served share the next round. Rejects where the store fails.
   */
  refresh(): Promise<void> {
    if (!this.#next) {
      const before = this.#running;
      this.#next = this.#runAfter(before);
    }
    return this.#next;
  }

  async #runAfter(before: Promise<void>): Promise<void> {
    // How the round before ended is the concern of those who asked for it.
    await Promise.allSettled([before]);
    if (this.#next) this.#running = this.#next;
    this.#next = undefined;
    const { postIds, last } = await readChangedThreads(this.#store);
    if (postIds.length === 0) return;
    if (await this.#refresh(postIds)) await forgetChangedThreads(this.#store, last);
  }
}
