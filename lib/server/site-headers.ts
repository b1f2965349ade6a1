import type { InlineScripts, Page } from "@/lib/page-cache/page";
import { siteHeaders } from "@/lib/security/headers.mjs";
import type { HeaderList } from "@/lib/server/send-body";
import { speculationRules } from "@/lib/speculation-rules.mjs";

/** What the headers of all pages depend on. */
export interface SiteFacts {
  /** Public address. */
  siteUrl: string;
  /** Whether comments are shown by giscus: this can change while the site runs. */
  giscus: boolean;
  /** Address of a script that counts readers. */
  analytics?: string | undefined;
}

/**
 * Caches between a server of one's own and its readers can't be told what has changed: they ask each time, and hear "not
 * modified".
 */
export const pageCacheControl = "public, max-age=0, must-revalidate";

/** Headers that Next.js sends for its own purposes, and those that belong to how a body is sent. */
const left =
  /^(?:x-next|content-length|content-encoding|content-security-policy|etag|transfer-encoding|connection|keep-alive|date|cache-control)/i;

/** In `Vary`, what Next's runtime asks with. */
const ofRuntime = /^rsc\b/i;

/** The headers of answers; those that all have in common are made once. */
export class SiteHeaders {
  readonly #facts: () => SiteFacts;
  readonly #common = new Map<string, HeaderList>();
  readonly #ofPages = new WeakMap<Page, { common: HeaderList; headers: HeaderList }>();

  constructor(facts: () => SiteFacts) {
    this.#facts = facts;
  }

  /** What protects readers, with every answer. */
  common(inlineScripts: InlineScripts = "none"): HeaderList {
    const facts = this.#facts();
    const { giscus } = facts;
    if (typeof inlineScripts === "object") {
      return flatten(siteHeaders({ ...facts, inlineScripts }));
    }
    const key = `${inlineScripts} ${giscus}`;
    const made = this.#common.get(key) ?? flatten(siteHeaders({ ...facts, inlineScripts }));
    this.#common.set(key, made);
    return made;
  }

  /** What a page may load and do. */
  policy(inlineScripts: InlineScripts = "none"): string {
    const common = this.common(inlineScripts);
    return common[common.indexOf("Content-Security-Policy") + 1] ?? "";
  }

  /** Those of a page that is kept, and what protects its readers. */
  ofPage(page: Page): HeaderList {
    const common =
      typeof page.inlineScripts === "object" ? undefined : this.common(page.inlineScripts);
    const made = this.#ofPages.get(page);
    if (made && made.common === common) return made.headers;
    const headers = [
      ...(common ?? this.common(page.inlineScripts)),
      ...describe(page.headers),
      ...("content-type" in page.headers ? [] : ["Content-Type", "text/html; charset=utf-8"]),
      "Cache-Control",
      page.kind === "APP_ROUTE"
        ? String(page.headers["cache-control"] ?? pageCacheControl)
        : pageCacheControl,
      ...(page.kind === "APP_PAGE" ? [speculationRules.key, speculationRules.value] : []),
    ];
    if (common) this.#ofPages.set(page, { common, headers });
    return headers;
  }
}

/** What an answer itself says, without what is said anew. */
export function describe(headers: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (left.test(name) || value === undefined) return [];
    const values = (Array.isArray(value) ? value : [value]).filter(
      (one) => name !== "vary" || !ofRuntime.test(String(one)),
    );
    return values.flatMap((one) => [name, String(one)]);
  });
}

const flatten = (headers: readonly { key: string; value: string }[]): HeaderList =>
  headers.flatMap(({ key, value }) => [key, value]);
