/**
 * The layers of the house: what each does, and which others its files may import, types included. Whatever isn't listed is
 * an error, and so is an entry that nothing uses: `npm run layers` checks all of it, dependency-cruiser's rules are made from
 * it (commands/layers/rules.mjs), and so is the map in README.md (`npm run layers -- --write`).
 *
 * A layer is a folder or, at the top, a file; it takes in the folders inside of it that aren't layers themselves. Arrows
 * run one way: no layer reaches itself through others. Tests may use whatever is below their layer, and `inTests`; what
 * stands in for the real thing (`testing/`, `temporary-….ts`) is there for all tests, and for tests alone.
 *
 * @typedef {object} Layer
 * @property {string} does
 * @property {readonly string[]} uses
 * @property {readonly string[]} [inTests]
 *
 * @typedef {object} Part
 * @property {string} title
 * @property {Readonly<Record<string, Layer>>} layers
 */

/** @type {readonly Part[]} */
export const map = [
  {
    title: "Pages, from the address inwards",
    layers: {
      app: {
        does: "what all pages share: the frame around them, styles, what is shown when something fails",
        uses: [
          "components/site",
          "lib/queries",
          "lib/text",
          "lib/messages",
          "lib/urls.ts",
          "lib/environment.ts",
        ],
      },
      "app/(site)": {
        does: "pages: params → one query → composition",
        uses: [
          "components/archive",
          "components/terms",
          "components/front",
          "components/article",
          "components/listing",
          "components/comments",
          "components/pagination",
          "components/site",
          "lib/queries",
          "lib/dates",
          "lib/urls.ts",
          "lib/site",
        ],
      },
      "app/api": {
        does: "what forms and machines ask: one handler for each route",
        uses: ["lib/serving", "lib/regeneration", "lib/comments/http"],
      },
      "app/admin": {
        does: "routes of the moderators",
        uses: ["lib/serving", "lib/comments/moderation/http"],
      },
      "app/metrics": {
        does: "what a server has counted, for Prometheus",
        uses: ["lib/serving"],
      },
      "app/accent": {
        does: "files that are made from the accent",
        uses: ["lib/accent"],
      },
      "app/comments": {
        does: "addresses of single comments",
        uses: ["lib/serving", "lib/comments/http"],
      },
      "components/archive": {
        does: "everything by date: years, months, their pages",
        uses: [
          "components/listing",
          "components/pagination",
          "components/site",
          "components/links",
          "lib/queries",
          "lib/dates",
          "lib/urls.ts",
          "lib/publication.ts",
        ],
      },
      "components/terms": {
        does: "tags, categories, authors and sources: indexes and listings",
        uses: [
          "components/article",
          "components/listing",
          "components/pagination",
          "components/site",
          "components/links",
          "lib/queries",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/site",
        ],
      },
      "components/front": {
        does: "the front page",
        uses: [
          "components/listing",
          "components/pagination",
          "components/links",
          "lib/queries",
          "lib/urls.ts",
          "lib/publication.ts",
        ],
      },
      "components/article": {
        does: "a post's own page, and static pages",
        uses: [
          "components/listing",
          "components/comments",
          "components/site",
          "components/links",
          "components/browser",
          "lib/html",
          "lib/queries",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/site",
        ],
      },
      "components/listing": {
        does: "posts in a list: title, byline, date, picture",
        uses: [
          "components/comments",
          "components/pagination",
          "components/site",
          "components/links",
          "lib/queries",
          "lib/urls.ts",
          "lib/publication.ts",
        ],
      },
      "components/comments": {
        does: "the comments under a post, one file for each provider; `browser/` is what runs in the browser",
        uses: [
          "components/pagination",
          "components/site",
          "components/links",
          "components/browser",
          "lib/queries",
          "lib/text",
          "lib/comments/markup",
          "lib/comments",
          "lib/discussion",
          "lib/messages",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/site",
        ],
      },
      "components/pagination": {
        does: "from page to page of a list",
        uses: ["components/links", "lib/queries", "lib/site"],
      },
      "components/site": {
        does: "masthead, footer, metadata, pages that aren't there",
        uses: [
          "components/links",
          "lib/queries",
          "lib/text",
          "lib/messages",
          "lib/urls.ts",
          "lib/site",
        ],
      },
      "components/links": {
        does: "links inside of the site",
        uses: ["lib/queries", "lib/urls.ts", "lib/publication.ts"],
      },
      "components/browser": {
        does: "what brings scripts to pages, and what several of them make elements with",
        uses: ["lib/urls.ts"],
      },
    },
  },
  {
    title: "A post on its way, top to bottom",
    layers: {
      "lib/commands": {
        does: "what `npm run …` starts, one file each; its folders hold their parts, by command; the `.mjs` files run before anything is installed",
        uses: [
          "lib/bench",
          "lib/ingest",
          "lib/server",
          "lib/regeneration",
          "lib/page-cache",
          "lib/queries",
          "lib/store",
          "lib/text",
          "lib/comments/http",
          "lib/comments/transfer",
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/read-address.ts",
          "lib/urls.ts",
          "lib/cache-tags.ts",
          "lib/settings.ts",
          "lib/environment.ts",
          "lib/site",
          "lib/problem.ts",
          "lib/log.ts",
          "lib/printable.mjs",
          "lib/is-process-alive.ts",
          "lib/layers.mjs",
        ],
      },
      "lib/bench": {
        does: "measures commands and pages over generated archives, and pages in a browser; a folder for each benchmark, `load/` is what asks servers",
        uses: [
          "lib/store",
          "lib/comments/store",
          "lib/urls.ts",
          "lib/settings.ts",
          "lib/site",
          "lib/processes",
        ],
      },
      "lib/ingest": {
        does: "folder → store: list, find changes, compile in batches, commit, settle",
        uses: [
          "lib/content",
          "lib/html",
          "lib/store",
          "lib/text",
          "lib/read-address.ts",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/settings.ts",
          "lib/site",
          "lib/problem.ts",
        ],
      },
      "lib/content": {
        does: "file → the store's records: text, front matter, fields, Contentlayer; every problem with line and remedy",
        uses: [
          "lib/html",
          "lib/store",
          "lib/text",
          "lib/read-address.ts",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/site",
          "lib/problem.ts",
          "contentlayer.config.ts",
          ".contentlayer",
        ],
      },
      "lib/html": {
        does: "body → safe HTML: Markdown, an ordered list of small tree transforms, allow-list, highlighting, maths",
        uses: ["lib/text", "lib/read-address.ts", "lib/site"],
      },
      "lib/server": {
        does: "the server in front of Next.js: pages that are kept and files by itself, the rest as Next.js makes it; HTTP's manners, headers, the end",
        uses: [
          "lib/metrics",
          "lib/serving",
          "lib/regeneration",
          "lib/page-cache",
          "lib/comments/http",
          "lib/accent",
          "lib/messages",
          "lib/text",
          "lib/urls.ts",
          "lib/environment.ts",
          "lib/security",
          "lib/site",
          "lib/speculation-rules.mjs",
          "lib/log.ts",
        ],
      },
      "lib/serving": {
        does: "the site behind it, put together: opens the page cache, hands comments what they need from elsewhere, logs",
        uses: [
          "lib/metrics",
          "lib/regeneration",
          "lib/page-cache",
          "lib/queries",
          "lib/comments/moderation",
          "lib/comments/webhook",
          "lib/comments/http",
          "lib/comments",
          "lib/cache-tags.ts",
          "lib/environment.ts",
          "lib/http",
          "lib/site",
          "lib/log.ts",
          "lib/process-state.mjs",
          ".contentlayer",
        ],
      },
      "lib/regeneration": {
        does: "the running server: refreshes pages that have changed, publishes what comes due, hears of pushes",
        uses: [
          "lib/site",
          "lib/metrics",
          "lib/page-cache",
          "lib/queries",
          "lib/store",
          "lib/urls.ts",
          "lib/cache-tags.ts",
          "lib/environment.ts",
          "lib/http",
          "lib/log.ts",
          "lib/process-state.mjs",
        ],
      },
      "lib/page-cache": {
        does: "what keeps rendered pages on a server of one's own: memory, disk, Redis",
        uses: [
          "lib/metrics",
          "lib/environment.ts",
          "lib/site",
          "lib/log.ts",
          "lib/process-state.mjs",
          "lib/is-process-alive.ts",
        ],
      },
      "lib/queries": {
        does: "what pages ask for: cached, tagged, in domain types",
        uses: [
          "lib/store",
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/messages",
          "lib/dates",
          "lib/read-address.ts",
          "lib/urls.ts",
          "lib/cache-tags.ts",
          "lib/publication.ts",
          "lib/settings.ts",
          "lib/environment.ts",
          "lib/site",
          "lib/log.ts",
          "lib/process-state.mjs",
          ".contentlayer",
        ],
      },
      "lib/store": {
        does: "the content database, its records, and all SQL",
        uses: [
          "lib/text",
          "lib/urls.ts",
          "lib/cache-tags.ts",
          "lib/publication.ts",
          "lib/site",
          "lib/problem.ts",
          "lib/is-process-alive.ts",
        ],
      },
      "lib/text": {
        does: "pure functions on text: slugs, excerpts, reading time, language",
        uses: [],
      },
    },
  },
  {
    title: "Comments, from the request inwards",
    layers: {
      "lib/comments/moderation/http": {
        does: "the moderators' desk: request → answer",
        uses: [
          "lib/comments/moderation/markup",
          "lib/comments/moderation",
          "lib/comments/http",
          "lib/comments/markup",
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/environment.ts",
          "lib/site",
        ],
      },
      "lib/comments/moderation/markup": {
        does: "its pages: the queue, blocks, the log, the way in",
        uses: [
          "lib/comments/moderation",
          "lib/comments/markup",
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/urls.ts",
          "lib/publication.ts",
        ],
      },
      "lib/comments/moderation": {
        does: "what moderators do: sessions, acts, what the queue shows",
        uses: [
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/site",
        ],
      },
      "lib/comments/http": {
        does: "request → answer: forms, cookies, addresses, status",
        uses: [
          "lib/comments/markup",
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/environment.ts",
          "lib/http",
          "lib/site",
          "lib/log.ts",
        ],
      },
      "lib/comments/markup": {
        does: "HTML of threads, forms and the pages of one reader: JSX that makes trees of `hast`, not of React",
        uses: ["lib/comments", "lib/discussion", "lib/urls.ts", "lib/publication.ts", "lib/site"],
      },
      "lib/comments/webhook": {
        does: "notices to the outside world, from the outbox",
        uses: [
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/log.ts",
        ],
        inTests: ["lib/comments/moderation"],
      },
      "lib/comments/transfer": {
        does: "export, and imports: one file for each format, `comment-archive.ts` is what they have in common",
        uses: [
          "lib/html",
          "lib/comments",
          "lib/comments/store",
          "lib/discussion",
          "lib/publication.ts",
        ],
        inTests: ["lib/comments/moderation"],
      },
      "lib/comments": {
        does: "what may be written and when: drafts, decisions, the queue into the store, edits, keys",
        uses: [
          "lib/html",
          "lib/comments/store",
          "lib/discussion",
          "lib/messages",
          "lib/dates",
          "lib/publication.ts",
          "lib/settings.ts",
          "lib/environment.ts",
          "lib/site",
          "lib/process-state.mjs",
        ],
        inTests: ["lib/comments/moderation"],
      },
      "lib/comments/store": {
        does: "the comments' database, its migrations, and all SQL on it",
        uses: ["lib/discussion", "lib/site"],
        inTests: ["lib/comments/moderation", "lib/comments"],
      },
      "lib/discussion": {
        does: "the domain types of comments: what they are, why one is refused, what moderators do",
        uses: ["lib/publication.ts", "lib/site"],
      },
    },
  },
  {
    title: "Beside them",
    layers: {
      "lib/messages": {
        does: "the words of the interface in three languages",
        uses: ["lib/text", "lib/discussion", "lib/publication.ts"],
      },
      "lib/dates": {
        does: "dates in the site's zone",
        uses: ["lib/text", "lib/publication.ts"],
      },
      "lib/read-address.ts": {
        does: "what is at an address, as a typed answer: for the site, `check`, and bodies from elsewhere",
        uses: [
          "lib/discussion",
          "lib/dates",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/accent",
          "lib/site",
        ],
      },
      "lib/urls.ts": {
        does: "the address book: every root and route of the site, what is reserved for later; the only place that spells addresses",
        uses: ["lib/publication.ts"],
        inTests: ["lib/read-address.ts", "lib/cache-tags.ts", "next.config.mjs"],
      },
      "lib/cache-tags.ts": {
        does: "the only place that spells cache tags",
        uses: ["lib/publication.ts", "lib/site"],
      },
      "lib/publication.ts": {
        does: "the domain types that pages and components speak",
        uses: ["lib/site", ".contentlayer"],
      },
      "lib/settings.ts": {
        does: "what holds for a publication that says nothing else in its `site.yaml`; `site/site-settings.ts` has the keys",
        uses: ["lib/text", "lib/urls.ts", "lib/site"],
      },
      "lib/environment.ts": {
        does: "the environment, checked at start; `.env.example` describes it",
        uses: ["lib/site"],
      },
      "lib/metrics": {
        does: "what a running server counts, as plain numbers",
        uses: ["lib/process-state.mjs"],
      },
      "lib/http": {
        does: "bodies of requests up to a bound, and each request as the process sees it",
        uses: [],
      },
      "lib/accent": {
        does: "the accent in a shade for each colour scheme, as a style sheet and as the icon",
        uses: [],
        inTests: ["lib/urls.ts", "lib/settings.ts"],
      },
      "lib/security": {
        does: "headers, the policy of all pages and of each page, Trusted Types; depends on nothing else",
        uses: [],
        inTests: ["lib/html"],
      },
      "lib/site": {
        does: "small facts of the site that several layers need: slugs' form, hashes, page numbers",
        uses: ["lib/text", "lib/accent", "lib/process-state.mjs"],
        inTests: ["lib/settings.ts"],
      },
      "lib/speculation-rules.mjs": {
        does: "by what rules browsers fetch pages ahead, as headers",
        uses: [],
        inTests: ["lib/urls.ts"],
      },
      "lib/problem.ts": {
        does: "what is wrong with a file, and how it is said",
        uses: ["lib/printable.mjs"],
      },
      "lib/log.ts": {
        does: "lines about the running server, which can't be forged",
        uses: ["lib/environment.ts", "lib/printable.mjs"],
      },
      "lib/printable.mjs": {
        does: "text from outside as it may stand in a line of a terminal or a log",
        uses: [],
      },
      "lib/process-state.mjs": {
        does: "what a process has once for all its bundles, each by name with its owner",
        uses: [],
      },
      "lib/processes": {
        does: "starts servers and watches them from outside, for benchmarks and stories",
        uses: [],
      },
      "lib/is-process-alive.ts": { does: "whether a process is there that left a note", uses: [] },
      "lib/layers.mjs": { does: "the layers: what the map is made from", uses: [] },
      "lib/testing": { does: "what tests of several layers have in common", uses: [] },
    },
  },
  {
    title: "Around them",
    layers: {
      e2e: {
        does: "stories of readers, moderators, operators and attackers, against the production build",
        uses: [],
        inTests: [
          "lib/ingest",
          "lib/html",
          "lib/comments/store",
          "lib/discussion",
          "lib/messages",
          "lib/read-address.ts",
          "lib/speculation-rules.mjs",
          "lib/urls.ts",
          "lib/publication.ts",
          "lib/settings.ts",
          "lib/accent",
          "lib/page-cache",
          "lib/security",
          "lib/processes",
        ],
      },
      deploy: {
        does: "the site where it is served: the health check of the image, units of systemd, examples for reverse proxies",
        uses: [],
        inTests: ["lib/processes"],
      },
      "instrumentation.ts": {
        does: "what Next.js calls when a server starts",
        uses: ["lib/serving"],
      },
      "instrumentation-client.ts": {
        does: "what Next.js runs first in the browser",
        uses: ["lib/security"],
      },
      "next.config.mjs": {
        does: "settings of Next.js",
        uses: ["lib/security", "lib/speculation-rules.mjs"],
      },
      "contentlayer.config.ts": { does: "the front matter of all kinds of documents", uses: [] },
      ".contentlayer": {
        does: "what is generated from it: types of documents, and the generation that a server imports",
        uses: [],
      },
      ".dependency-cruiser.mjs": {
        does: "rules for imports, made from this table, and the doors to what is outside",
        uses: ["lib/commands", "lib/layers.mjs"],
      },
      "vitest.config.ts": { does: "settings of the unit tests", uses: [] },
      "postcss.config.mjs": { does: "settings of the style sheets", uses: [] },
    },
  },
];

/** Every layer by its path. @type {Readonly<Record<string, Layer>>} */
export const layers = Object.assign({}, ...map.map((part) => part.layers));
