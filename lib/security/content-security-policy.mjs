import { frameOrigins } from "./frame-origins.mjs";

/**
 * @typedef {object} PolicyOptions
 * @property {boolean} [development] `next dev`, which evaluates code and keeps a socket open
 * @property {boolean} [secure] readers come by HTTPS
 * @property {boolean} [giscus] comments are shown by giscus, in a frame
 * @property {string | undefined} [analytics] address of the one script from elsewhere that may run; it may send to its host
 * @property {InlineScripts} [inlineScripts] what Next.js has written into the page: nothing in a lean one; unset: anything
 */

/**
 * The scripts in a page that may run. `any` where Next's runtime is there and its data aren't known before the page is
 * sent; `hashes` (SHA-256 in base64) where they are.
 * @typedef {"none" | "any" | { hashes: readonly string[] }} InlineScripts
 */

const giscusOrigin = "https://giscus.app";

/**
 * What a page may load and do, for all pages alike (decisions/0004-content-security-policy.md). Everything that isn't
 * named is refused.
 *
 * @param {PolicyOptions} options
 * @returns {string} the value of `Content-Security-Policy`: ASCII, one line
 */
export function contentSecurityPolicy({
  development = false,
  secure = false,
  giscus = false,
  analytics,
  inlineScripts = "any",
}) {
  // One of our own host is let in with all that is ours.
  const counter = analytics?.startsWith("https:") ? [analytics] : [];
  const counterHosts = counter.map((address) => new URL(address).origin);
  const guests = giscus ? [giscusOrigin] : [];
  return serialise([
    ["default-src", "'none'"],
    [
      "script-src",
      "'self'",
      ...counter,
      ...sourcesOf(inlineScripts),
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    ["script-src-attr", "'none'"],
    ["style-src", "'self'", ...(development ? ["'unsafe-inline'"] : [])],
    // Bodies of archives hot-link pictures and films from anywhere, and often without HTTPS.
    ["img-src", "'self'", "http:", "https:", ...(development ? ["data:", "blob:"] : [])],
    ["media-src", "'self'", "http:", "https:"],
    ["font-src", "'self'"],
    ["connect-src", "'self'", ...counterHosts, ...(development ? ["ws:", "wss:"] : [])],
    ["manifest-src", "'self'"],
    ["frame-src", ...frameOrigins, ...guests],
    ["worker-src", "'none'"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
    // Both would be in the way of the development overlay.
    ...(development ? [] : trustedTypesOf(inlineScripts)),
    ...(secure && !development ? [["upgrade-insecure-requests"]] : []),
  ]);
}

/** @param {InlineScripts} inlineScripts */
function sourcesOf(inlineScripts) {
  if (inlineScripts === "none") return [];
  if (inlineScripts === "any") return ["'unsafe-inline'"];
  return inlineScripts.hashes.map((hash) => `'sha256-${hash}'`);
}

/**
 * No string becomes code: not by a `javascript:` link, not by `eval`, not as the address of a script elsewhere. Our own
 * modules put the site's markup in by one policy (`components/browser/markup.client.ts`); where Next's runtime is there it has one (`trusted-types.ts`), and may make
 * another.
 * @param {InlineScripts} inlineScripts
 */
const trustedTypesOf = (inlineScripts) => [
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", "masthead", ...(inlineScripts === "none" ? [] : ["default", "nextjs"])],
];

/** @param {readonly (readonly string[])[]} directives */
const serialise = (directives) => directives.map((words) => words.join(" ")).join("; ");
