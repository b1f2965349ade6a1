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
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        {
          key: "Content-Security-Policy",
          value: "base-uri 'self'; form-action 'self'; frame-ancestors 'self'; object-src 'none'",
        },
      ],
    },
  ],
};
