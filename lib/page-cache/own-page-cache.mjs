import { processSlot } from "../process-state.mjs";

/**
 * The page cache of a server of one's own, opened when it starts. Next.js loads its cache handlers (next-pages.mjs,
 * next-data.mjs) apart from what it has bundled; this is all that they and the application share.
 *
 * @type {import("../process-state.mjs").Slot<import("./next-cache").NextCache>}
 */
export const ownPageCache = processSlot("pageCache");
