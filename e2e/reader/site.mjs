/** Beside a site that may be running on 3000. */
const port = 3100;

export const url = `http://localhost:${port}`;

export const commentsFile = ".masthead/comments-e2e.db";

/** The readers' site: the sample publication. The build that all stories share has rendered its pages for it. */
export const environment = {
  PORT: String(port),
  SITE_URL: url,
  CONTENT_DIR: "content",
  CONTENT_DATABASE_URL: "",
  // Apart from those of a site that may be running.
  COMMENTS_DATABASE_URL: `file:${commentsFile}`,
  COMMENTS_PROVIDER: "builtin",
  COMMENTS_MODERATION: "none",
  COMMENTS_ADDRESS_LIMIT: "off",
  // From 40 on, browsers have to prove work; one story writes so many under a post of its own.
  COMMENTS_THREAD_LIMIT: "100/60",
};
