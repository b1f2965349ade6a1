import NextPages from "./next-pages.mjs";
import { ownPageCache } from "./own-page-cache.mjs";

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
  get: async (key) => ownPageCache.value?.data.get(key),
  set: async (key, entry) => ownPageCache.value?.data.set(key, entry),
  refreshTags: async () => ownPageCache.value?.data.refreshTags(),
  getExpiration: async (tags) => ownPageCache.value?.data.getExpiration(tags) ?? 0,
  updateTags: async (tags) => ownPageCache.value?.data.updateTags(tags),
};

export default nextData;
