import type { StoredPage } from "@/lib/page-cache/encode-page";

/** Where pages are kept beyond the memory of a process. None of this ever throws: a page that is lost is rendered anew. */
export interface PageStore {
  /** Whether there may be one: answered at once, for addresses that are asked for without end. */
  mayHold(key: string): boolean;
  /** Whether there may be any page at all. */
  holdsAny(): boolean;
  /** A page, fresh or stale; nothing where there is none or it is damaged. */
  read(key: string): Promise<StoredPage | undefined>;
  /** Keeps a page, soon; not before the reader has it. */
  write(key: string, page: StoredPage): void;
  /** What was read turned out to be stale. */
  remove(key: string): void;
  /**
   * Where several servers share the store: what the first of them knew of the content before any page was put here, as a
   * text. It is gone where the pages are gone.
   */
  findBase?(): Promise<string | undefined>;
  /** Keeps such a text where there is none yet. */
  keepBase?(text: string): Promise<void>;
  /** Ends all that is under way; nothing is written afterwards. */
  close(): Promise<void>;
}

/** Where revalidations are kept beyond the memory of a process. */
export interface RevalidationLog {
  /**
   * Takes note of revalidated tags: at once for this process, before it returns; for restarts and other servers when the
   * promise is fulfilled, or later where they can't be reached.
   * @param withdraws whether something may have been taken away
   * @returns whether they know; where not, all is forgotten should this process end before they do
   */
  record(tags: readonly string[], withdraws?: boolean): Promise<boolean>;
  /** Whether all is known that was revalidated since this build was found to be made from the content of then. */
  knowsAllSince(build: string): boolean;
  /** Takes note that a build was made from the content as it is now. */
  noteCurrent(build: string): void;
  close(): Promise<void>;
}
