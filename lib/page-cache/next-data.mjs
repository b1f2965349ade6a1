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
