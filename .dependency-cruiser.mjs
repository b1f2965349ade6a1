/** The layers of the house (lib/README.md): who may import whom. */

/**
 * @param {string} name
 * @param {string} comment
 * @param {string} from
 * @param {string} to
 */
const forbid = (name, comment, from, to) => ({
  name,
  comment,
  severity: /** @type {const} */ ("error"),
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { path: to },
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    forbid(
      "lib-is-the-base",
      "lib knows neither components nor pages",
      "^lib/",
      "^(app|components)/",
    ),
    forbid("components-below-app", "components don't know pages", "^components/", "^app/"),
    forbid(
      "pages-read-through-queries",
      "pages and components see the store through lib/queries alone; players need the list of video hosts",
      "^(app|components)/",
      "^lib/(store|comments/store|ingest|content|html/(?!video-hosts/)|commands)/",
    ),
    forbid(
      "comments-store-below-comments",
      "the comments' store knows nothing of requests and rendering",
      "^lib/comments/store/",
      "^lib/(store|ingest|content|html|queries|messages|commands)/",
    ),
    forbid(
      "commands-on-top",
      "nothing imports a command",
      "^(app|components|lib/(?!commands/))",
      "^lib/commands/",
    ),
    forbid(
      "bench-beside-the-site",
      "the site works without its benchmarks",
      "^(app|components|lib/(?!commands/|bench/))",
      "^lib/bench/",
    ),
    forbid(
      "regeneration-compiles-nothing",
      "the server refreshes pages; files are compiled by commands",
      "^lib/regeneration/",
      "^lib/(ingest|content|html|commands)/",
    ),
    forbid(
      "queries-only-read",
      "queries don't compile content",
      "^lib/queries/",
      "^lib/(ingest|content|html|commands)/",
    ),
    forbid(
      "store-below-content",
      "the store knows nothing of files and Markdown",
      "^lib/store/",
      "^lib/(ingest|content|html|queries|commands)/",
    ),
    forbid(
      "content-below-ingest",
      "compiling a document touches no store",
      "^lib/content/",
      "^lib/(ingest|queries|commands)/",
    ),
    forbid(
      "html-is-pure",
      "bodies are rendered from text alone",
      "^lib/html/",
      "^lib/(store|ingest|content|queries|commands)/",
    ),
    forbid(
      "text-is-pure",
      "text functions know nothing else",
      "^lib/text/",
      "^lib/(store|ingest|content|html|queries|commands)/",
    ),
    forbid(
      "security-stands-alone",
      "what protects readers depends on nothing else of ours",
      "^lib/security/",
      "^(app|components|lib/(?!security/))",
    ),
    forbid(
      "page-cache-knows-no-content",
      "pages are kept without a look at what is in them",
      "^lib/page-cache/",
      "^lib/(store|ingest|content|html|queries|commands)/",
    ),
    {
      ...forbid("one-door-to-redis", "redis-connection.ts alone", "", "node_modules/@redis/"),
      from: { pathNot: "^lib/page-cache/redis-connection\\.ts$" },
    },
    {
      ...forbid(
        "one-door-to-contentlayer",
        "contentlayer.ts, its source and the declarations alone",
        "",
        "node_modules/(contentlayer|@contentlayer2)/",
      ),
      from: {
        pathNot:
          "^(contentlayer\\.config\\.ts|lib/content/contentlayer(-source)?\\.ts|\\.contentlayer/.*)$",
      },
    },
    {
      ...forbid(
        "one-door-to-the-database",
        "only the stores speak SQL",
        "",
        "node_modules/(@libsql|libsql)/",
      ),
      from: { pathNot: "^lib/(comments/)?store/" },
      to: { path: "node_modules/(@libsql|libsql)/", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};
