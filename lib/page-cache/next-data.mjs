import NextPages from "./next-pages.mjs";

/**
 * Where Next.js looks for a page cache if its configuration names none. One that is named there it imports anew for each
 * request; this module it loads once, before the first.
 */
const place = Symbol.for("@next/cache-handlers");
Object.assign(globalThis, {
  [place]: { ...Reflect.get(globalThis, place), FetchCache: NextPages },
});

/**
 * What `'use cache'` keeps, as Next.js loads it (`cacheHandlers` of next.config.mjs).
 *
 * @type {import("next/dist/server/lib/cache-handlers/types").CacheHandler}
 */
const nextData = {
  get: async (key) => globalThis.mastheadCache?.data.get(key),
  set: async (key, entry) => globalThis.mastheadCache?.data.set(key, entry),
  refreshTags: async () => globalThis.mastheadCache?.data.refreshTags(),
  getExpiration: async (tags) => globalThis.mastheadCache?.data.getExpiration(tags) ?? 0,
  updateTags: async (tags) => globalThis.mastheadCache?.data.updateTags(tags),
};

export default nextData;
