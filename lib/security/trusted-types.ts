/**
 * Where the scripts of the build lie: Next's, whose runtime loads some of them when they are first needed, and our own, which
 * React names where it makes a page anew.
 */
const scriptsPaths = ["/_next/static/", "/scripts/"];

/**
 * The page's default policy of Trusted Types, through which the browser sends every string that is about to become
 * markup or code. Scripts may be loaded from the build alone, and no string may become one. Markup passes: what React
 * puts in was sanitised when it was compiled, and markup that is put in can't run anything here (its scripts never run,
 * handlers are refused by `script-src-attr`, `javascript:` links by this policy).
 *
 * Browsers without Trusted Types have nothing to be asked.
 */
export function createDefaultPolicy({ trustedTypes, location }: PolicyWindow): void {
  trustedTypes?.createPolicy("default", {
    createHTML: (markup) => markup,
    createScriptURL: (address) => (isBuiltScript(address, location.href) ? address : null),
  });
}

/** What is needed of `window`; TypeScript's own declarations don't know Trusted Types. */
interface PolicyWindow {
  trustedTypes?: {
    createPolicy(name: string, rules: Record<string, (text: string) => string | null>): unknown;
  };
  location: { href: string };
}

function isBuiltScript(address: string, page: string): boolean {
  if (!URL.canParse(address, page)) return false;
  const { origin, pathname } = new URL(address, page);
  return origin === new URL(page).origin && scriptsPaths.some((path) => pathname.startsWith(path));
}
