import { createHash } from "node:crypto";

/**
 * A page with more inline scripts than this keeps the policy of all pages: proxies refuse long headers. One hash takes 54
 * bytes; a post of 15 KB has 15 scripts, and one as long as the longest of real archives stays below this.
 */
const maxScripts = 60;

/**
 * A second policy for one page, which names its own inline scripts and no others, so that one that got into the page some
 * other way doesn't run. Browsers enforce it beside `contentSecurityPolicy`, whose `'unsafe-inline'` then counts for
 * nothing.
 *
 * Only what stands behind the page's last `</footer>` is named: that is where Next.js puts its data, in one unbroken row
 * up to the end, and nothing an author wrote can stand there.
 *
 * @param {string} html a complete page
 * @returns {string | undefined} a `Content-Security-Policy`; nothing for a page that isn't of this form
 */
export function pagePolicy(html) {
  const start = html.lastIndexOf(contentEnd);
  if (start < 0) return undefined;
  const scripts = readScripts(html.slice(start + contentEnd.length));
  if (scripts === undefined || scripts.length > maxScripts) return undefined;
  const hashes = scripts.map((script) => `'sha256-${sha256(script)}'`);
  return ["script-src-elem 'self'", ...new Set(hashes)].join(" ");
}

const contentEnd = "</footer>";

/**
 * The texts of a row of inline scripts that is all that is left of a page; nothing if anything else stands there.
 *
 * @param {string} tail
 * @returns {string[] | undefined}
 */
function readScripts(tail) {
  /** @type {string[]} */
  const texts = [];
  let rest = tail;
  for (let match = oneScript.exec(rest); match; match = oneScript.exec(rest)) {
    const [whole, attributes = "", text = ""] = match;
    if (!/\ssrc=/.test(attributes)) texts.push(text);
    rest = rest.slice(whole.length);
  }
  return rest.replace(otherEnds, "") === "" ? texts : undefined;
}

const oneScript = /^<script(\s[^<>]*)?>([^<]*)<\/script>/;
/** React's marks and the end of the document. */
const otherEnds = /^(?:<!--[/$&]*-->|<\/body>|<\/html>)*$/;

/** @param {string} text */
const sha256 = (text) => createHash("sha256").update(text).digest("base64");

/**
 * Gives an entry of Next.js's page cache the policy of its own page. For a cache handler's `set`, before it stores: in
 * place, because Next.js answers the first visit from the same object, and sends `headers` with every later one.
 *
 * @param {unknown} entry of any kind; only pages are touched
 */
export function addPagePolicy(entry) {
  if (!isPage(entry)) return;
  const policy = pagePolicy(entry.html);
  if (policy !== undefined) entry.headers = { ...entry.headers, [policyHeader]: policy };
}

/** In lower case, as Next.js keeps its own. It is added to the headers of the configuration, not put in their place. */
export const policyHeader = "content-security-policy";

/**
 * @param {unknown} entry
 * @returns {entry is { html: string, headers?: Record<string, unknown> }}
 */
function isPage(entry) {
  return (
    typeof entry === "object" &&
    entry !== null &&
    "kind" in entry &&
    entry.kind === "APP_PAGE" &&
    "html" in entry &&
    typeof entry.html === "string"
  );
}
