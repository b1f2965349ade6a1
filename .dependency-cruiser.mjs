import { buildLayerRules } from "./lib/commands/layers/layer-rules.mjs";
import { layers } from "./lib/layers.mjs";

/** Who may import whom: the layers of the house (lib/layers.mjs), and its doors to what is outside. */

const severity = /** @type {const} */ ("error");

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "move what both need into a file of its own",
      severity,
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-unresolved",
      comment: "there is no such file or package",
      severity,
      from: {},
      to: { couldNotResolve: true },
    },
    ...buildLayerRules(layers),
    {
      name: "pages-read-through-queries",
      comment:
        "pages and components see the store through lib/queries alone; players need the list of video hosts",
      severity,
      from: { path: "^(app|components)/", pathNot: "\\.test\\.tsx?$" },
      to: { path: "^lib/(store|comments/store|ingest|content|html/(?!video-hosts/)|commands)/" },
    },
    {
      name: "one-door-to-redis",
      comment: "page-cache/redis-connection.ts alone",
      severity,
      from: { pathNot: "^lib/page-cache/redis-connection\\.ts$" },
      to: { path: "node_modules/@redis/" },
    },
    {
      name: "one-door-to-contentlayer",
      comment: "contentlayer.ts, its source and the declarations alone",
      severity,
      from: {
        pathNot:
          "^(contentlayer\\.config\\.ts|lib/content/contentlayer(-source)?\\.ts|\\.contentlayer/.*)$",
      },
      to: { path: "node_modules/(contentlayer|@contentlayer2)/" },
    },
    {
      name: "one-door-to-the-database",
      comment: "only the stores speak SQL",
      severity,
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
