/** Schemes that a link may have. */
export const linkProtocols = ["http", "https", "mailto", "tel"] as const;

/** Schemes that something loaded with the page may have. */
export const resourceProtocols = ["http", "https"] as const;

const scheme = /^([a-z][a-z0-9+.-]*):/i;

/**
 * An address as it may stand in a page: relative, or with one of the given schemes; nothing for
 * any other. Reads it as a browser does (WHATWG URL: control characters and spaces around it don't
 * count, tabs and newlines inside don't either, `\` is `/`), so that `java\nscript:` hides nothing.
 * `//host/path` becomes `https://host/path`.
 */
export function safeUrl(written: string, protocols: readonly string[]): string | undefined {
  if (written === "") return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be removed.
  const url = written.replace(/^[\u0000-\u0020]+|[\u0000-\u0020]+$|[\t\n\r]/g, "");
  if (url === "") return undefined;
  if (/^[\\/]{2}/.test(url)) return parsed(`https:${url}`);
  const named = scheme.exec(url)?.[1];
  // A colon before the first slash that is no valid scheme (`1:2`, `中:文`) is relative to a browser
  // but not to every sanitiser; `./` says it plainly.
  if (named === undefined) return /^[^/?#]*:/.test(url) ? `./${url}` : url;
  const protocol = named.toLowerCase();
  if (!protocols.includes(protocol)) return undefined;
  const rest = url.slice(named.length);
  return protocol.startsWith("http") ? parsed(protocol + rest) : protocol + rest;
}

/** An absolute web address as it was written, if it is one at all. */
function parsed(url: string): string | undefined {
  return URL.canParse(url) ? url : undefined;
}

export function isWebUrl(url: string): boolean {
  return /^https?:/i.test(url);
}
