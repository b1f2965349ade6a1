/**
 * What a process keeps for all of its code. Next.js bundles routes, instrumentation and cache handlers apart and, during
 * development, anew: what each bundle keeps in a module it has several times. All that has to be there once is named here.
 *
 * @typedef {keyof typeof processState} ProcessStateName
 */

/**
 * Empty until its owner fills it.
 * @template T
 * @typedef {{ value: T | undefined }} Slot
 */

/** Each name: what it is, and the file that owns it, which alone asks for it and says its type. */
export const processState = {
  pageCache: {
    is: "the page cache of a server of one's own, which Next's handlers and the application share",
    owner: "lib/page-cache/own-page-cache.mjs",
  },
  openSite: {
    is: "what Next's side of a running site tells the server in front of it",
    owner: "lib/serving/open-site.ts",
  },
  answersUnderWay: {
    is: "pages that were asked for and aren't answered yet",
    owner: "lib/regeneration/answers-under-way.ts",
  },
  nextRound: {
    is: "the second saying of revalidated tags that has not begun yet",
    owner: "lib/regeneration/revalidate-tags.ts",
  },
  presentRound: {
    is: "the second saying of revalidated tags that has begun",
    owner: "lib/regeneration/revalidate-tags.ts",
  },
  knownContentState: {
    is: "the changes in the store that the pages of this server know of",
    owner: "lib/regeneration/known-state.ts",
  },
  dueTimer: {
    is: "the alarm clock of scheduled posts",
    owner: "lib/regeneration/due-posts.ts",
  },
  pullUnderWay: {
    is: "the run that publishes what was pushed",
    owner: "lib/regeneration/pull-and-publish.ts",
  },
  pullTimer: {
    is: "when a run that failed is started again",
    owner: "lib/regeneration/pull-and-publish.ts",
  },
  serverToken: {
    is: "the secret with which this process may ask itself",
    owner: "lib/regeneration/server-token.ts",
  },
  contentStore: {
    is: "the connection to the content store that queries read",
    owner: "lib/queries/content-store.ts",
  },
  presentSettings: {
    is: "the settings that this server knows of",
    owner: "lib/queries/present-settings.ts",
  },
  counters: {
    is: "what a running server counts, for its metrics",
    owner: "lib/metrics/counters.ts",
  },
  metricsRegistry: {
    is: "what is counted, in the names of Prometheus",
    owner: "lib/serving/metrics-registry.ts",
  },
  databaseTrouble: {
    is: "how often the databases have failed, and when last",
    owner: "lib/site/database-trouble.ts",
  },
  commentsStore: {
    is: "the connection to the comments' database",
    owner: "lib/comments/comments-store.ts",
  },
  commentService: {
    is: "the built-in comments: what all requests write goes through one queue",
    owner: "lib/serving/comment-service.ts",
  },
};

const place = Symbol.for("masthead.process-state");

/**
 * The slot of a name, the same for whoever asks in this process.
 * @template T what the owner keeps in it
 * @param {ProcessStateName} name
 * @returns {Slot<T>}
 */
export function processSlot(name) {
  /** @type {Map<string, Slot<T>>} */
  const slots = Reflect.get(globalThis, place) ?? new Map();
  Reflect.set(globalThis, place, slots);
  const slot = slots.get(name) ?? { value: undefined };
  slots.set(name, slot);
  return slot;
}
