import { z } from "zod";
import { taxonomies } from "@/lib/publication";

/** What stands beside others in the order of all listings, with what else columns hold, by their names in SQL. */
export const postPlace = z
  .object({
    id: z.string(),
    slug: z.string(),
    /** Milliseconds. */
    date: z.number(),
    /** Such as 202310. */
    month: z.number(),
  })
  .catchall(z.union([z.string(), z.number(), z.null()]));

export type PostPlace = z.infer<typeof postPlace>;

/** What readers see of a public post, as the store's triggers keep it (change-schema.ts). */
export const postView = z.object({
  columns: postPlace,
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
