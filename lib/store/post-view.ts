import { z } from "zod";
import { taxonomies } from "@/lib/publication";

/** What readers see of a public post, as the store's triggers keep it (change-schema.ts). */
export const postView = z.object({
  id: z.string(),
  path: z.string(),
  slug: z.string(),
  title: z.string(),
  /** Milliseconds. */
  date: z.number(),
  /** Such as 202310. */
  month: z.number(),
  lang: z.string(),
  summary: z.string(),
  cover: z.string().nullable(),
  readingMinutes: z.number(),
  /** Whether there are comments, whose number listings show: 1 or 0. */
  comments: z.number(),
  /** What the post's page shows and listings do not. */
  details: z.array(z.union([z.string(), z.number(), z.null()])),
  /** Taxonomy, slug and name, in the order of the front matter. Another name may take the slug of one that is gone. */
  terms: z.array(z.tuple([z.enum(taxonomies), z.string(), z.string()])),
  /** Keys of the old paths that lead to it, and whether its file declares them. */
  addresses: z.array(z.tuple([z.number(), z.number()])),
});

export type PostView = z.infer<typeof postView>;

/** A post that a run has changed: what readers saw and what they see now, where they see anything. */
export interface TouchedPost {
  before?: PostView;
  after?: PostView;
  /** Whether its body is another one. */
  body: boolean;
  /** Whether it was away in between: readers may have seen the site without it. */
  gone: boolean;
}

/** What stands beside others in the order of all listings. */
export type PostPlace = Pick<PostView, "id" | "slug" | "title" | "lang" | "date" | "month">;
