/** @type {import("next").NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  poweredByHeader: false,
  serverExternalPackages: ["@libsql/client", "libsql"],
  // A serverless function reads the store from its own files.
  outputFileTracingIncludes: { "/*": [".masthead/content*.db"] },
};
