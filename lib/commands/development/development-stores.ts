import { isSameAddress } from "@/lib/site/database-address";
import { localDatabases } from "@/lib/site/local-databases";

type Variables = Record<string, string | undefined>;

/** What a site of this folder uses and a development server beside it doesn't, whatever the environment says. */
const ofReadersAlone = [
  // Pages of several servers, and what they tell one another.
  "REDIS_URL",
  // Doors of which others know, and those who are told.
  "WEBHOOK_SECRET",
  "CRON_SECRET",
  "DEPLOY_HOOK_URL",
  "COMMENTS_WEBHOOK_URL",
];

/** The variables of one store. */
const stores = [
  { what: "content", url: "CONTENT_DATABASE_URL", token: "CONTENT_DATABASE_AUTH_TOKEN" },
  { what: "comments", url: "COMMENTS_DATABASE_URL", token: "COMMENTS_DATABASE_AUTH_TOKEN" },
] as const;

/** A store of readers is no place to try things. */
class DevelopmentStoreError extends Error {
  override name = "EnvironmentError";
}

export interface DevelopmentVariables {
  /** What `.env.development` and `.env.development.local` say. */
  development: Variables;
  /** What the site has, without those two files. */
  site: Variables;
  /** All together. */
  all: Variables;
}

/**
 * The variables that keep a development server to itself: its stores are files of its own, or what `.env.development` and
 * `.env.development.local` name, which nothing else reads. What is named anywhere else is the site's.
 * @throws Error where they name a store of the site
 */
export function nameDevelopmentStores({
  development,
  site,
  all,
}: DevelopmentVariables): Record<string, string> {
  const own = localDatabases(directoryOf(all), ".masthead/dev");
  const named = stores.flatMap(({ what, url, token }) => {
    const chosen = development[url]?.trim();
    if (!chosen) return [pair(url, own[what]), pair(token, "")];
    const ofSite = site[url]?.trim() || localDatabases(directoryOf(site))[what];
    if (isSameAddress({ url: ofSite }, { url: chosen })) {
      throw new DevelopmentStoreError(
        `${url}=${chosen} in .env.development is the store of the site: \`npm run dev\` needs another one, and makes it where none is named`,
      );
    }
    return [pair(url, chosen), pair(token, development[token] ?? "")];
  });
  const silent = ofReadersAlone.map((name) => pair(name, development[name] ?? ""));
  return Object.fromEntries([...named, ...silent]);
}

const pair = (name: string, value: string): [string, string] => [name, value];

const directoryOf = ({ CONTENT_DIR }: Variables): string => CONTENT_DIR?.trim() || "content";
