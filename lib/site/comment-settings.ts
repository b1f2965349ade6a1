/** Who serves the discussion under a post that is open to comments. */
export const commentProviders = ["builtin", "giscus", "none"] as const;

export type CommentProvider = (typeof commentProviders)[number];

/** What waits for a moderator: everything, the first comment of a writer, or nothing. */
export const moderationModes = ["all", "first", "none"] as const;

export type ModerationMode = (typeof moderationModes)[number];

/** A count that stands for no limit at all. */
export const unlimited = Number.MAX_SAFE_INTEGER;

/** So many comments within so many minutes. */
export interface RateLimit {
  count: number;
  minutes: number;
}

/** Comments of one publication; `lib/settings.ts` holds the values, and some can be set by the environment. */
export interface CommentSettings {
  provider: CommentProvider;
  moderation: ModerationMode;
  /** Order of the comments that answer the post; replies stand below what they answer, oldest first. */
  order: "oldest" | "newest";
  /** Comments on a page, replies included. */
  pageSize: number;
  /** Days after which a post takes no more comments; open for ever without it. */
  closeAfterDays?: number;
  /** Whether listings say how many comments a post has. */
  countsInListings: boolean;
  /** Longest comment, in characters. */
  maxLength: number;
  /** Links that a comment may hold. */
  maxLinks: number;
  /** Minutes in which writers can change or delete what they wrote. */
  editMinutes: number;
  /** Beyond these a comment is refused. Addresses of one IPv6 network of 64 bits count as one. */
  limits: { address: RateLimit; thread: RateLimit };
  /** The share of a limit, 0 to 1, from which on a browser has to prove work before it may post. */
  proofFrom: number;
  /** Needed where `provider` is `giscus`; https://giscus.app shows the values for a repository. */
  giscus?: GiscusSettings;
}

export interface GiscusSettings {
  /** `owner/name` */
  repo: string;
  repoId: string;
  category: string;
  categoryId: string;
}
