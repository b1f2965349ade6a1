import path from "node:path";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_SERVER } from "next/constants.js";
import { securityHeaders } from "./lib/security/headers.mjs";
import { speculationRules, speculationRulesFile } from "./lib/speculation-rules.mjs";

const {
  ANALYTICS_SCRIPT,
  COMMENTS_PROVIDER,
  MASTHEAD_SCRIPTS = "",
  SITE_URL,
  VERCEL_PROJECT_PRODUCTION_URL: vercelHost,
} = process.env;

/** Readers' pages, beside what is no page. */
const pagesOfReaders = {
  source: "/((?!_next/|accent/|api/|admin/|pictures/|scripts/|styles/).*)",
  headers: [speculationRules],
};

/**
 * What the build has made lies in folders that are named by what is in them. On Vercel, where a page and its scripts come from
 * one deployment: Next.js says the same of a file that isn't there, and while servers of one's own get a new build, one by one,
 * a page of the new may ask a server of the old.
 */
const builtScripts = {
  source: "/scripts/([^/]+)/(.*)",
  headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
};

/** @type {import("next").NextConfig} */
const config = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  // Pages are static and complete (decisions/0003-caching.md): they block until they are, and need no warning for it.
  experimental: { instantInsights: { validationLevel: "manual-warning" } },
  poweredByHeader: false,
  // Pictures are sent as they are; nobody needs to have them made smaller, size by size, at an address that no page names.
  images: { unoptimized: true },
  // The folder of the scripts, for `scriptUrl` (lib/urls.ts).
  env: { MASTHEAD_SCRIPTS },
  serverExternalPackages: ["@libsql/client", "libsql"],
  // A serverless function reads the store from its own files.
  outputFileTracingIncludes: { "/*": [".masthead/content*.db"] },
  // Next.js takes it for the front page, and finds nothing there.
  redirects: async () => [{ source: "/index", destination: "/", permanent: true }],
};

/**
 * What is sent with every answer on Vercel and in development. A server of one's own sends it by itself (lib/server): a build
 * may serve any site, which is known when it starts.
 * @param {{ development: boolean }} options
 */
const headersOfSite = ({ development }) =>
  securityHeaders({
    siteUrl: SITE_URL || (vercelHost ? `https://${vercelHost}` : ""),
    development,
    giscus: COMMENTS_PROVIDER === "giscus",
    analytics: ANALYTICS_SCRIPT || undefined,
  });

/** @param {string} phase */
function headersOf(phase) {
  const development = phase === PHASE_DEVELOPMENT_SERVER;
  if (!development && !process.env.VERCEL) return [];
  const ofPages = [...headersOfSite({ development }), pagesOfReaders, speculationRulesFile];
  return development ? ofPages : [...ofPages, builtScripts];
}

/**
 * A server of one's own keeps pages by itself (decisions/0005-page-cache.md); on Vercel the platform does. Absolute paths:
 * Next.js resolves others from its build.
 * @type {import("next").NextConfig}
 */
const ownPageCache = {
  cacheHandlers: { default: path.resolve("lib/page-cache/next-data.mjs") },
  // Next's own memory, beside ours, would hold everything twice.
  cacheMaxMemorySize: 0,
  // The server in front of it does, once for each page.
  compress: false,
};

/** @param {string} phase */
export default (phase) => ({
  ...config,
  headers: async () => headersOf(phase),
  ...(phase === PHASE_PRODUCTION_SERVER && !process.env.VERCEL ? ownPageCache : {}),
});
