import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { addressHeader } from "./address-header.mjs";
import { ownPageCache } from "./own-page-cache.mjs";

/**
 * The page cache, as Next.js finds it (next-data.mjs says where); one for each request. The only file that knows
 * the inside of Next's own cache.
 *
 * @typedef {import("next/dist/server/lib/incremental-cache").CacheHandlerContext} Context
 * @typedef {import("next/dist/server/lib/incremental-cache/file-system-cache").default} BuiltPages
 */

const require = createRequire(import.meta.url);

/** @type {{ default: typeof import("next/dist/server/lib/incremental-cache/file-system-cache").default }} */
const {
  default: FileSystemCache,
} = require("next/dist/server/lib/incremental-cache/file-system-cache.js");

/** @type {typeof import("next/dist/server/lib/incremental-cache/shared-cache-controls.external")} */
const {
  SharedCacheControls,
} = require("next/dist/server/lib/incremental-cache/shared-cache-controls.external.js");

/**
 * Next.js remembers the lifetime of every page that was ever asked for, made-up ones too, and forgets none. Each entry
 * of this cache has its own, so all of them can be forgotten now and then.
 */
const lifetimesKept = 5000;
const lifetimes = new SharedCacheControls({ routes: {}, dynamicRoutes: {} }, undefined);
let lifetimesSet = 0;

function forgetLifetimes() {
  lifetimesSet += 1;
  if (lifetimesSet < lifetimesKept) return;
  lifetimesSet = 0;
  lifetimes.clear();
}

/** @type {Set<string> | undefined} */
let builtRoutes;

/**
 * Whether the build rendered this address or its shell; others aren't looked for on the disk.
 * @param {string} key ends in the address
 * @param {string} serverDirectory
 */
function isBuilt(key, serverDirectory) {
  if (!builtRoutes) {
    const manifest = path.join(serverDirectory, "../prerender-manifest.json");
    const { routes, dynamicRoutes } = JSON.parse(readFileSync(manifest, "utf8"));
    builtRoutes = new Set([...Object.keys(routes), ...Object.keys(dynamicRoutes), "/index"]);
  }
  const address = key.indexOf("/$/");
  return builtRoutes.has(address < 0 ? key : key.slice(address + 2));
}

/**
 * Whether it is about a route's shell, which is no page though it may stand at what looks like an address.
 * @param {unknown} context
 */
const isOfShell = (context) =>
  typeof context === "object" &&
  context !== null &&
  "isFallback" in context &&
  context.isFallback === true;

export default class NextPages {
  #mark = ownPageCache.value?.mark();
  #context;
  /** @type {BuiltPages | undefined} */
  #built;

  /** @param {Context} context */
  constructor(context) {
    this.#context = context;
  }

  /**
   * @param {string} key
   * @param {Parameters<BuiltPages["get"]>[1]} context
   */
  async get(key, context) {
    // Nothing fetches through Next's cache.
    if (context.kind === "FETCH") return null;
    const cache = ownPageCache.value;
    const readBuilt = () => this.#readBuilt(key, context);
    const address = this.#address;
    const entry =
      cache && address && !isOfShell(context)
        ? await cache.get(address, key, readBuilt)
        : await readBuilt();
    if (entry) forgetLifetimes();
    return entry;
  }

  /**
   * @param {string} key
   * @param {unknown} value
   * @param {unknown} context
   */
  async set(key, value, context) {
    forgetLifetimes();
    const address = this.#address;
    if (!address || isOfShell(context) || !this.#mark) return;
    await ownPageCache.value?.set(address, key, value, context, this.#mark);
  }

  get #address() {
    const address = this.#context._requestHeaders?.[addressHeader];
    return typeof address === "string" ? address : undefined;
  }

  /** @param {string | string[]} tags */
  async revalidateTag(tags) {
    await ownPageCache.value?.revalidate([tags].flat());
  }

  resetRequestCache() {}

  /**
   * @param {string} key
   * @param {Parameters<BuiltPages["get"]>[1]} context
   */
  async #readBuilt(key, context) {
    const { fs, serverDistDir, ...others } = this.#context;
    if (!fs || serverDistDir === undefined || !isBuilt(key, serverDistDir)) return null;
    this.#built ??= new FileSystemCache({
      fs,
      serverDistDir,
      revalidatedTags: others.revalidatedTags,
      _requestHeaders: others._requestHeaders,
      // It reads; this cache writes and remembers.
      flushToDisk: false,
      maxMemoryCacheSize: 0,
    });
    const entry = await this.#built.get(key, context);
    return entry?.value
      ? { ...entry, value: entry.value, lastModified: entry.lastModified ?? 0 }
      : null;
  }
}
