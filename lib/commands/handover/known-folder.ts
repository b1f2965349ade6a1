import { contentDirectory, lookAheadOfRun } from "@/lib/commands/content/bring-up-to-date";
import type { Seen } from "@/lib/commands/watch/changed-paths";
import { FolderMemory } from "@/lib/ingest/folder-memory";

/** More than this many files: all is looked at, as a watcher has it. */
const mostPaths = 500;

/** What a process that publishes again and again knows of the content folder between two runs. */
export class KnownFolder {
  #memory: FolderMemory | undefined;
  /** What the store lacked when the memory began. */
  #before: readonly string[] = [];

  /** Whether the next run need not look at everything. */
  get isKnown(): boolean {
    return this.#memory !== undefined;
  }

  /** Learns what there is, and what the store knows of it; to be done while nobody waits. */
  async learn(): Promise<void> {
    this.#memory = undefined;
    const memory = new FolderMemory(contentDirectory);
    // First: what changes after that is noticed, and what has changed before that is seen by the look at the store.
    memory.look(Date.now());
    const before = await lookAheadOfRun();
    if (before === undefined) return;
    this.#before = before;
    this.#memory = memory;
  }

  /**
   * Runs something that asks, once it is about to begin, what it must look at. After a failure everything counts as changed.
   * @param run what it doesn't ask stays as it was
   */
  async use<Result>(run: (look: () => Seen) => Promise<Result>): Promise<Result> {
    const memory = this.#memory;
    let next = memory;
    const look = (): Seen => {
      const changed = memory?.look(Date.now());
      if (!changed) {
        next = undefined;
        return { isCheck: false };
      }
      const paths = [...new Set([...this.#before, ...changed])];
      this.#before = [];
      return paths.length <= mostPaths ? { paths, isCheck: false } : { isCheck: false };
    };
    this.#memory = undefined;
    const result = await run(look);
    this.#memory = next;
    return result;
  }
}
