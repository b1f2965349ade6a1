import { securityHeaders } from "./lib/security/headers.mjs";

const {
  COMMENTS_PROVIDER,
  NODE_ENV,
  SITE_URL,
  VERCEL_PROJECT_PRODUCTION_URL: vercelHost,
} = process.env;

/** @type {import("next").NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  // Pages are static and complete (decisions/0003-caching.md): they block until they are, and need no warning for it.
  experimental: { instantInsights: { validationLevel: "manual-warning" } },
  poweredByHeader: false,
  serverExternalPackages: ["@libsql/client", "libsql"],
  // A serverless function reads the store from its own files.
  outputFileTracingIncludes: { "/*": [".masthead/content*.db"] },
  headers: async () =>
    securityHeaders({
      siteUrl: SITE_URL || (vercelHost ? `https://${vercelHost}` : ""),
      development: NODE_ENV === "development",
      giscus: COMMENTS_PROVIDER === "giscus",
    }),
};
