import type { Session } from "@/lib/bench/session";

/** What a crowd writes, and where it is kept. */
export interface Discussion {
  session: Session;
  databaseUrl: string;
  writers: number;
  /** Written by all together, in each part of the benchmark. */
  comments: number;
  /** Ids of posts that are written under in turn. */
  posts: readonly string[];
}
