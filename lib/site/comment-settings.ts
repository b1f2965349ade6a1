import { z } from "zod";
import { flag, oneOf, share, shownText, wholeNumber, written } from "@/lib/site/written-value";

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

export const rateLimitForm = "COUNT/MINUTES such as 10/5, or off";

/** "10/5": ten within five minutes; or "off". Nothing for any other text. */
export function readRateLimit(text: string): RateLimit | undefined {
  if (text === "off") return { count: unlimited, minutes: 1 };
  if (!/^[1-9]\d{0,6}\/[1-9]\d{0,5}$/.test(text)) return undefined;
  const [count = 0, minutes = 0] = text.split("/").map(Number);
  return { count, minutes };
}

const rateLimit = written(readRateLimit, rateLimitForm);

/** Beyond these a comment is refused. Addresses of one IPv6 network of 64 bits count as one. */
const givenLimits = z.strictObject({
  address: z.exactOptional(rateLimit),
  thread: z.exactOptional(rateLimit),
});

/** https://giscus.app shows the values for a repository. */
const giscusSettings = z.strictObject({
  /** `owner/name` */
  repo: written(
    (text) => (/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text) ? text : undefined),
    "the name of a repository",
    "write `owner/name`, as https://giscus.app shows it",
  ),
  repoId: shownText(100),
  category: shownText(100),
  categoryId: shownText(100),
});

export type GiscusSettings = z.output<typeof giscusSettings>;

/** What a publication says of its comments: as much as it likes. */
export const givenCommentSettings = z
  .strictObject({
    provider: z.exactOptional(oneOf(commentProviders)),
    moderation: z.exactOptional(oneOf(moderationModes)),
    /** Order of the comments that answer the post; replies stand below what they answer, oldest first. */
    order: z.exactOptional(oneOf(["oldest", "newest"])),
    /** Comments on a page, replies included. */
    pageSize: z.exactOptional(wholeNumber(1, 200)),
    /** Days after which a post takes no more comments; open for ever without it. */
    closeAfterDays: z.exactOptional(wholeNumber(1, 36_500)),
    /** Whether listings say how many comments a post has. */
    countsInListings: z.exactOptional(flag),
    /** Longest comment, in characters. */
    maxLength: z.exactOptional(wholeNumber(1, 20_000)),
    /** Links that a comment may hold. */
    maxLinks: z.exactOptional(wholeNumber(0, 100)),
    /** Minutes in which writers can change or delete what they wrote. */
    editMinutes: z.exactOptional(wholeNumber(0, 1440)),
    limits: z.exactOptional(givenLimits),
    /** The share of a limit, 0 to 1, from which on a browser has to prove work before it may post. */
    proofFrom: z.exactOptional(share),
    giscus: z.exactOptional(giscusSettings),
  })
  .refine(({ provider, giscus }) => provider !== "giscus" || giscus !== undefined, {
    path: ["provider"],
    error: "needs the group `giscus` beside it",
    params: {
      remedy:
        "write `repo`, `repoId`, `category` and `categoryId`, as https://giscus.app shows them",
    },
  });

type GivenCommentSettings = z.output<typeof givenCommentSettings>;

/** Comments of one publication, with the defaults; some can be set by the environment. */
export interface CommentSettings
  extends Complete<Omit<GivenCommentSettings, "limits">, "closeAfterDays" | "giscus"> {
  limits: Required<z.output<typeof givenLimits>>;
}

/** Everything that may be given, but for what may be missing in the end too. */
export type Complete<Given, Missing extends keyof Given = never> = Required<Omit<Given, Missing>> &
  Pick<Given, Missing>;
