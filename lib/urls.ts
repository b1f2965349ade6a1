import { type Taxonomy, taxonomies } from "@/lib/publication";

/**
 * The address book: every address of the site is spelt here and nowhere else, and one that isn't here is not the site's.
 * What is at an address tells `read-address.ts`. Paths are ASCII and start at the root.
 */

/** Where the addresses of each kind start. */
export const roots = {
  posts: "/posts",
  latest: "/latest",
  archive: "/archive",
  category: "/categories",
  tag: "/tags",
  author: "/authors",
  source: "/sources",
  comments: "/comments",
  accent: "/accent",
  metrics: "/metrics",
  machines: "/api",
  desk: "/admin",
} as const satisfies Record<Taxonomy, string> & Record<string, string>;

/**
 * Folders of `public/`: what the site's own pages take from there, and where editors are told to put pictures. What the build
 * makes of the scripts lies in folders of `scripts`, each named by what is in it.
 */
export const publicFolders = {
  pictures: "/pictures",
  scripts: "/scripts",
  styles: "/styles",
} as const;

/**
 * Next.js answers these itself: whatever its build is made of, and what it shows in case of failure (status 404, whatever
 * a page there would say).
 */
export const frameworkRoots = ["/_next", "/_error", "/_not-found", "/404", "/500"] as const;

/**
 * Reserved for what isn't built yet: no page can have one of these or an address below it, so that what comes there one day
 * takes no page's place. Until then nothing is there, and a link there is a dead link.
 */
export const rootsToCome = ["/search", "/feeds", "/sitemap.xml", "/robots.txt"] as const;

/** Moved for good by `next.config.mjs`: Next.js takes `/index` for the front page, and finds nothing there. */
export const movedUrls = { "/index": "/" } as const;

/** A piece of an address, or its name in brackets, as a folder of `app/` has it: so routes are spelt as addresses are. */
type Piece<Name extends string, Value = never> = Value | `[${Name}]`;

type PageNumber = Piece<"page", number>;

const isFurther = (page: PageNumber) => page === "[page]" || page > 1;

/** The first page of a listing has the listing's own address. */
const paged = <Base extends string>(base: Base, page: PageNumber) =>
  isFurther(page) ? (`${base}/page/${page}` as const) : base;

const twoDigits = (month: Piece<"month", number>) => String(month).padStart(2, "0");

export const frontPageUrl = "/";

/** The accent for style sheets, and the publication's icon in it. @param accent as `#a3231b` */
export const accentSheetUrl = (accent: string) => accentFileUrl(`${digitsOf(accent)}.css` as const);

const accentIconUrl = (accent: string) => accentFileUrl(`${digitsOf(accent)}.svg` as const);

const accentFileUrl = <Name extends string>(name: Name) => `${roots.accent}/${name}` as const;

/** The picture of the publication for a browser's tab. */
export const iconUrl = ({ icon, accent }: { icon?: string; accent: string }): string =>
  icon ?? accentIconUrl(accent);

const digitsOf = (colour: string) => colour.slice(1).toLowerCase();

/**
 * A script of readers' pages. Next.js puts the name of the folder in when it builds (`next.config.mjs`).
 * @param name of its entry
 */
export const scriptUrl = (name: string) =>
  `${publicFolders.scripts}/${process.env.MASTHEAD_SCRIPTS}/${name}.js` as const;

export const postUrl = (slug: string) => `${roots.posts}/${slug}` as const;

/** A page of a post's comments: the first is the post's own. */
export const commentsUrl = (slug: string, page: PageNumber) =>
  isFurther(page) ? (`${postUrl(slug)}/comments/${page}` as const) : postUrl(slug);

/** Leads to a comment, on whichever page it is by then. */
export const commentUrl = (id: string) => `${roots.comments}/${id}` as const;

/** Page 1 of everything is the front page. */
export const latestUrl = (page: PageNumber) =>
  isFurther(page) ? paged(roots.latest, page) : frontPageUrl;

export const taxonomyUrl = (taxonomy: Taxonomy, page: PageNumber = 1) =>
  paged(roots[taxonomy], page);

export const termUrl = (
  { taxonomy, slug }: { taxonomy: Taxonomy; slug: string },
  page: PageNumber = 1,
) => paged(`${roots[taxonomy]}/${slug}` as const, page);

export const archiveUrl = roots.archive;

export const archiveYearUrl = (year: Piece<"year", number>, page: PageNumber = 1) =>
  paged(`${archiveUrl}/${year}` as const, page);

export const archiveMonthUrl = (
  year: Piece<"year", number>,
  month: Piece<"month", number>,
  page: PageNumber = 1,
) => paged(`${archiveUrl}/${year}/${twoDigits(month)}` as const, page);

/** Where comments are sent to, and, with a comment to answer, the form for it. */
export const commentsApiUrl = `${roots.machines}/comments` as const;

export const replyFormUrl = (id: string) => `${commentsApiUrl}?reply=${id}` as const;

/** What the browser that asks has written and may still change. */
export const ownCommentsUrl = `${commentsApiUrl}/mine` as const;

/** What a form needs on its way. */
export const challengeUrl = `${commentsApiUrl}/challenge` as const;

/** Whether this server can serve: what a load balancer asks. */
export const healthUrl = `${roots.machines}/health` as const;

/** Whether this process answers: what asks whether it has to be started anew. */
export const liveUrl = `${healthUrl}/live` as const;

/** What this server has counted, for Prometheus. */
export const metricsUrl = roots.metrics;

/** Where a command tells the site to refresh pages. */
export const revalidateUrl = `${roots.machines}/revalidate` as const;

/** Where a Git host tells of pushes. */
export const webhookUrl = `${roots.machines}/webhook` as const;

/** Where a timer has scheduled posts published; `vercel.json` names it. */
export const dueUrl = `${roots.machines}/due` as const;

/** Where comments are moderated, and its parts. */
export const moderationUrl = `${roots.desk}/comments` as const;

export const moderationBlocksUrl = `${moderationUrl}/blocks` as const;

export const moderationLogUrl = `${moderationUrl}/log` as const;

export const moderationLoginUrl = `${moderationUrl}/login` as const;

export const moderationLogoutUrl = `${moderationUrl}/logout` as const;

/** A route's path as the folders of `app/` spell it: what varies stands in brackets. */
type RoutePath = `/${string}`;

/** What has a route: a kind of address. */
export type Route =
  | { kind: "taxonomy" | "term"; taxonomy: Taxonomy; path: RoutePath }
  | {
      kind:
        | "front"
        | "latest"
        | "post"
        | "thread"
        | "comment"
        | "archive"
        | "year"
        | "month"
        | "endpoint"
        | "accent"
        | "page";
      path: RoutePath;
    };

/** Every route of the site. A test holds them against `app/`. */
export const listRoutes = (): Route[] => [
  { kind: "front", path: frontPageUrl },
  { kind: "latest", path: latestUrl("[page]") },
  { kind: "post", path: postUrl("[slug]") },
  { kind: "thread", path: commentsUrl("[slug]", "[page]") },
  { kind: "comment", path: commentUrl("[id]") },
  ...taxonomies.flatMap((taxonomy): Route[] => [
    { kind: "taxonomy", taxonomy, path: taxonomyUrl(taxonomy) },
    { kind: "taxonomy", taxonomy, path: taxonomyUrl(taxonomy, "[page]") },
    { kind: "term", taxonomy, path: termUrl({ taxonomy, slug: "[slug]" }) },
    { kind: "term", taxonomy, path: termUrl({ taxonomy, slug: "[slug]" }, "[page]") },
  ]),
  { kind: "archive", path: archiveUrl },
  { kind: "year", path: archiveYearUrl("[year]") },
  { kind: "year", path: archiveYearUrl("[year]", "[page]") },
  { kind: "month", path: archiveMonthUrl("[year]", "[month]") },
  { kind: "month", path: archiveMonthUrl("[year]", "[month]", "[page]") },
  ...endpoints.map((path): Route => ({ kind: "endpoint", path })),
  { kind: "accent", path: accentFileUrl("[file]") },
  { kind: "page", path: "/[...path]" },
];

/** What machines and forms talk to, and where moderators work. */
const endpoints = [
  commentsApiUrl,
  ownCommentsUrl,
  challengeUrl,
  healthUrl,
  liveUrl,
  metricsUrl,
  revalidateUrl,
  webhookUrl,
  dueUrl,
  moderationUrl,
  moderationBlocksUrl,
  moderationLogUrl,
  moderationLoginUrl,
  moderationLogoutUrl,
] as const;

export type Endpoint = (typeof endpoints)[number];
