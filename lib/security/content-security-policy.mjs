import { frameOrigins } from "./frame-origins.mjs";

/**
 * @typedef {object} PolicyOptions
 * @property {boolean} [development] `next dev`, which evaluates code and keeps a socket open
 * @property {boolean} [secure] readers come by HTTPS
 * @property {boolean} [giscus] comments are shown by giscus, in a frame
 */

const giscusOrigin = "https://giscus.app";

/**
 * What a page may load and do, for all pages alike (decisions/0004-content-security-policy.md). Everything that isn't
 * named is refused.
 *
 * @param {PolicyOptions} options
 * @returns {string} the value of `Content-Security-Policy`: ASCII, one line
 */
export function contentSecurityPolicy({ development = false, secure = false, giscus = false }) {
  const guests = giscus ? [giscusOrigin] : [];
  return serialise([
    ["default-src", "'none'"],
    // Next.js writes a page's data into inline scripts. `pagePolicy` names those of a page by their hashes.
    ["script-src", "'self'", "'unsafe-inline'", ...(development ? ["'unsafe-eval'"] : [])],
    ["script-src-attr", "'none'"],
    ["style-src", "'self'", ...(development ? ["'unsafe-inline'"] : [])],
    // Bodies of archives hot-link pictures and films from anywhere, and often without HTTPS.
    ["img-src", "'self'", "http:", "https:", ...(development ? ["data:", "blob:"] : [])],
    ["media-src", "'self'", "http:", "https:"],
    ["font-src", "'self'"],
    ["connect-src", "'self'", ...(development ? ["ws:", "wss:"] : [])],
    ["manifest-src", "'self'"],
    ["frame-src", ...frameOrigins, ...guests],
    ["worker-src", "'none'"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
    // Both would be in the way of the development overlay.
    ...(development ? [] : trustedTypes),
    ...(secure && !development ? [["upgrade-insecure-requests"]] : []),
  ]);
}

/**
 * No string becomes code: not by a `javascript:` link, not by `eval`, not as the address of a script elsewhere. The names
 * are our policies (of Next's pages `trusted-types.ts`, of our scripts `components/browser/markup.client.ts`) and the one
 * that Next.js may make.
 */
const trustedTypes = [
  ["require-trusted-types-for", "'script'"],
  ["trusted-types", "masthead", "default", "nextjs"],
];

/** @param {readonly (readonly string[])[]} directives */
const serialise = (directives) => directives.map((words) => words.join(" ")).join("; ");
