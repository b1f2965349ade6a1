/** Names of places on a page with comments; scripts, redirects and style sheets rely on them. */
export const anchors = {
  section: "comments",
  /** Messages that show when an address leads to them. */
  published: "comment-published",
  held: "comment-held",
  comment: (id: string) => `comment-${id}`,
} as const;
