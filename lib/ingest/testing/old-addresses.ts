/**
 * Old addresses of a post, on a site that has a post `a` with the tag `tide` and nothing else that matters: what `check` says
 * of them, and what the site does, which a story of operators tries.
 */

/** They lead to the post. */
export const usableAliases = [
  "/index.html",
  "/tags/other",
  "/tags/tide/more",
  "/tags/page",
  "/latest",
  "/archive/story",
  "/archive/2023/13",
  "/archive/2023/10/28",
  "/archive/page/2",
  "/posts/other",
  "/posts/a/part",
  "/comments",
  "/admin",
  "/admin/old",
  "/api/health/old",
  "/api/nothing",
  "/search",
  "/feeds/all.xml",
  "/sitemap.xml",
  "/favicon.ico",
  "/files",
  "/about.html",
] as const;

/** They are the site's own, and nobody is led anywhere else. */
export const unusableAliases = [
  "/index",
  "/index/",
  "/",
  "/tags/tide",
  "/tags/tide/page/1",
  "/tags/no-such-tag/page/2",
  "/tags/page/9",
  "/latest/page/02",
  "/archive",
  "/archive/1999",
  "/archive/1999/page/x",
  "/posts/a/comments/7",
  "/comments/x",
  "/admin/comments",
  "/api/health",
  "/accent/a3231b.svg",
  "/_next/static/x",
  "/404",
] as const;
