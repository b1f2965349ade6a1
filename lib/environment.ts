import { z } from "zod";
import { type AddressRange, readAddressRange } from "@/lib/site/address-ranges";
import {
  commentProviders,
  moderationModes,
  type RateLimit,
  rateLimitForm,
  readRateLimit,
} from "@/lib/site/comment-settings";
import { type DatabaseAddress, isSameAddress } from "@/lib/site/database-address";
import { localDatabases } from "@/lib/site/local-databases";

const databaseUrl = z
  .string()
  .regex(
    /^(file:|https?:\/\/|libsql:\/\/)/,
    "must start with file:, http://, https:// or libsql://",
  );

const rateLimit = z.string().transform((text, context): RateLimit => {
  const limit = readRateLimit(text);
  if (limit) return limit;
  context.addIssue({ code: "custom", message: `must be ${rateLimitForm}` });
  return z.NEVER;
});

const addressRanges = z.string().transform((text, context): AddressRange[] =>
  text
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .map((word) => {
      const range = readAddressRange(word);
      if (range !== undefined) return range;
      const message = `${word} must be an address, a network such as 10.0.0.0/8, loopback, private or any`;
      context.addIssue({ code: "custom", message });
      return z.NEVER;
    }),
);

/** A proxy on this machine, or in the network that it shares with containers and machines beside it. */
const usualProxies: readonly AddressRange[] = ["loopback", "private"];

/** The address of a script: at one host by HTTPS, or in a folder of the site itself. */
const scriptAddress = z
  .string()
  .regex(
    /^(?:https:\/\/[a-z0-9.-]+(?::\d+)?)?\/(?!\/|_next\/)[\w./~%-]+$/i,
    "must be one script, such as https://stats.example.com/script.js or /scripts/stats.js",
  );

/** `name=value`, each the name of a `data-` attribute and what stands in it. */
const dataAttributes = z.string().transform((text, context): Record<string, string> => {
  const pairs = text.split(/\s+/).filter((word) => word !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name = "", value = ""] = /^([a-z][a-z0-9-]*)=(.+)$/.exec(pair) ?? [];
      if (name === "") {
        context.addIssue({ code: "custom", message: `${pair} must be name=value` });
      }
      return [`data-${name}`, value];
    }),
  );
});

const megabytes = (max: number) =>
  z.coerce
    .number({ error: "must be a number of megabytes" })
    .int("must be a whole number of megabytes")
    .min(8, "must be at least 8 megabytes")
    .max(max, `must be at most ${max} megabytes`);

/** Of how few characters the password of the moderators may be. */
const shortestPassword = 12;

/** What the log tells, each with all that follow it. */
export const logLevels = ["debug", "info", "warn", "error"] as const;

/** Whether an address names a host and nothing on it; a slash at its end is no path. */
function isOrigin(address: string): boolean {
  const { pathname, username, password } = new URL(address);
  const isBare = /^\/*$/.test(pathname) && username === "" && password === "";
  // An empty query or fragment leaves no trace in what was parsed.
  return isBare && !/[?#]/.test(address);
}

/** Never shown, not even where they are wrong. */
const secrets: ReadonlySet<PropertyKey> = new Set(["ADMIN_PASSWORD"]);

/** Every variable that operators can set, as `.env.example` describes them. An empty one counts as unset. */
const variables = z.object({
  CONTENT_DIR: z.string().default("content"),
  CONTENT_DATABASE_URL: databaseUrl.optional(),
  CONTENT_DATABASE_AUTH_TOKEN: z.string().optional(),
  COMMENTS_DATABASE_URL: databaseUrl.optional(),
  COMMENTS_DATABASE_AUTH_TOKEN: z.string().optional(),
  COMMENTS_PROVIDER: z
    .enum(commentProviders, `must be one of ${commentProviders.join(", ")}`)
    .optional(),
  COMMENTS_MODERATION: z
    .enum(moderationModes, `must be one of ${moderationModes.join(", ")}`)
    .optional(),
  COMMENTS_ADDRESS_LIMIT: rateLimit.optional(),
  COMMENTS_THREAD_LIMIT: rateLimit.optional(),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[A-Za-z][\w-]*$/, "must be the name of a header, such as x-real-ip")
    .toLowerCase()
    .optional(),
  TRUSTED_PROXIES: addressRanges.optional(),
  ADMIN_PASSWORD: z
    .string()
    .refine(
      (password) => [...password].length >= shortestPassword,
      `must have ${shortestPassword} characters or more; a short one can be guessed`,
    )
    .optional(),
  COMMENTS_WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: "must be a full address such as https://example.com/hook" })
    .optional(),
  COMMENTS_WEBHOOK_SECRET: z.string().optional(),
  SITE_URL: z
    .url({
      protocol: /^https?$/,
      error: "must be a full address such as https://example.com",
      abort: true,
    })
    .refine(isOrigin, {
      error:
        "must be an address without path, query, fragment and login, such as https://example.com; the site has all of its host",
    })
    .optional(),
  PORT: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(1, "must be 1 or more")
    .max(65535, "must be at most 65535")
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "must be an address of this machine, such as 127.0.0.1")
    .optional(),
  METRICS_TOKEN: z.string().optional(),
  ANALYTICS_SCRIPT: scriptAddress.optional(),
  ANALYTICS_DATA: dataAttributes.optional(),
  REVALIDATE_SECRET: z.string().optional(),
  WEBHOOK_SECRET: z.string().optional(),
  CRON_SECRET: z.string().optional(),
  DEPLOY_HOOK_URL: z
    .url({ protocol: /^https?$/, error: "must be a full address such as https://example.com/hook" })
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must start with redis:// or rediss://")
    .optional(),
  LEAN_PAGES: z.enum(["on", "off"], "must be on or off").default("on"),
  PAGE_CACHE_MB: megabytes(1_000_000).default(512),
  PAGE_CACHE_MEMORY_MB: megabytes(100_000).default(64),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("info"),
  /** Set by Vercel: the host name of the production deployment, without scheme. */
  VERCEL_PROJECT_PRODUCTION_URL: z.string().optional(),
  /** Set by Vercel, during the build too. */
  VERCEL: z.string().optional(),
});

export interface Environment {
  /** Folder of the post files, as given: relative to the project or absolute. */
  contentDirectory: string;
  contentDatabase: { url: string; authToken?: string };
  /** Nothing where the only place for a file could not be written: comments need an address then. */
  commentsDatabase?: { url: string; authToken?: string };
  /** What the environment says in place of the settings. */
  comments: {
    provider?: (typeof commentProviders)[number];
    moderation?: (typeof moderationModes)[number];
    addressLimit?: RateLimit;
    threadLimit?: RateLimit;
  };
  /** Header, in lower case, in which a proxy of ours says who asks; the connection itself says it where there is none. */
  clientAddressHeader?: string;
  /** Who is believed in that; of what others write there nothing counts. */
  trustedProxies: readonly AddressRange[];
  /** Opens `/admin/comments`. */
  adminPassword?: string;
  /** Where new comments are told about, and the secret that signs what is told. */
  commentsWebhook?: { url: string; secret?: string };
  /** Public address of the site, without a slash at the end. */
  siteUrl: string;
  port: number;
  /** The interface that the server listens on; all of them where there is none. */
  host?: string;
  /** A script that counts readers, and its `data-` attributes. */
  analytics?: { script: string; attributes: Record<string, string> };
  /** Opens `GET /metrics`. */
  metricsToken?: string;
  /** Opens `POST /api/revalidate`. */
  revalidateSecret?: string;
  /** Opens `POST /api/webhook`. */
  webhookSecret?: string;
  /** Opens `GET /api/due`, beside the secret of `POST /api/revalidate`. */
  cronSecret?: string;
  /** Where a deployment is asked for when a scheduled post is due that can't be published otherwise. */
  deployHookUrl?: string;
  logLevel: (typeof logLevels)[number];
  /** Whether a server of one's own sends pages without Next's runtime. */
  leanPages: boolean;
  /** Bounds of the page cache, in megabytes: on the disk and in memory. */
  pageCache: { diskMegabytes: number; memoryMegabytes: number };
  /** Where several servers share pages and revalidations. */
  redisUrl?: string;
}

export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/**
 * Reads and checks the environment.
 * @throws EnvironmentError that names every variable that is wrong, and why
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    throw misconfigured(
      parsed.error.issues.map(({ path: [name = ""], message }) => {
        const value = secrets.has(name) ? "…" : given[String(name)];
        return `${String(name)}=${value}: ${message}`;
      }),
    );
  }
  const { CONTENT_DIR, CONTENT_DATABASE_URL, CONTENT_DATABASE_AUTH_TOKEN, PORT } = parsed.data;
  const { REVALIDATE_SECRET, WEBHOOK_SECRET, CRON_SECRET, DEPLOY_HOOK_URL } = parsed.data;
  const { PAGE_CACHE_MB, PAGE_CACHE_MEMORY_MB, REDIS_URL, LOG_LEVEL } = parsed.data;
  const contentDatabase = {
    url: CONTENT_DATABASE_URL ?? localDatabases(CONTENT_DIR).content,
    ...(CONTENT_DATABASE_AUTH_TOKEN ? { authToken: CONTENT_DATABASE_AUTH_TOKEN } : {}),
  };
  const comments = readCommentVariables(parsed.data);
  refuseSharedDatabase(contentDatabase, comments.commentsDatabase);
  return {
    contentDirectory: CONTENT_DIR,
    contentDatabase,
    ...comments,
    ...readModerationVariables(parsed.data),
    siteUrl: findSiteUrl(parsed.data).replace(/\/+$/, ""),
    port: PORT,
    ...(parsed.data.HOST ? { host: parsed.data.HOST } : {}),
    ...(parsed.data.ANALYTICS_SCRIPT
      ? {
          analytics: {
            script: parsed.data.ANALYTICS_SCRIPT,
            attributes: parsed.data.ANALYTICS_DATA ?? {},
          },
        }
      : {}),
    ...(parsed.data.METRICS_TOKEN ? { metricsToken: parsed.data.METRICS_TOKEN } : {}),
    ...(REVALIDATE_SECRET ? { revalidateSecret: REVALIDATE_SECRET } : {}),
    ...(WEBHOOK_SECRET ? { webhookSecret: WEBHOOK_SECRET } : {}),
    ...(CRON_SECRET ? { cronSecret: CRON_SECRET } : {}),
    ...(DEPLOY_HOOK_URL ? { deployHookUrl: DEPLOY_HOOK_URL } : {}),
    logLevel: LOG_LEVEL,
    leanPages: parsed.data.LEAN_PAGES === "on",
    pageCache: { diskMegabytes: PAGE_CACHE_MB, memoryMegabytes: PAGE_CACHE_MEMORY_MB },
    ...(REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL }),
  };
}

const misconfigured = (lines: readonly string[]) =>
  new EnvironmentError(
    `The environment is not right (see .env.example):\n${lines.map((line) => `  ${line}`).join("\n")}`,
  );

/** The content store is made anew at any time, and would take the comments with it. */
function refuseSharedDatabase(content: DatabaseAddress, comments: DatabaseAddress | undefined) {
  if (comments === undefined || !isSameAddress(content, comments)) return;
  throw sharedDatabase(content, comments);
}

/** For what looks at the disk too, where links may lead to one file. */
export const sharedDatabase = (content: DatabaseAddress, comments: DatabaseAddress) =>
  misconfigured([
    `COMMENTS_DATABASE_URL=${comments.url}: must be another database than the content store's (CONTENT_DATABASE_URL=${content.url})`,
  ]);

type Variables = z.infer<typeof variables>;

function readCommentVariables(
  given: Variables,
): Pick<Environment, "commentsDatabase" | "comments" | "clientAddressHeader" | "trustedProxies"> {
  const { CONTENT_DIR, COMMENTS_DATABASE_URL, COMMENTS_DATABASE_AUTH_TOKEN, VERCEL } = given;
  // The disk of a function on Vercel can't be written, and none of its files outlives it.
  const url = COMMENTS_DATABASE_URL ?? (VERCEL ? undefined : localDatabases(CONTENT_DIR).comments);
  const header = given.CLIENT_ADDRESS_HEADER ?? (VERCEL ? "x-vercel-forwarded-for" : undefined);
  return {
    ...(url === undefined
      ? {}
      : {
          commentsDatabase: {
            url,
            ...(COMMENTS_DATABASE_AUTH_TOKEN ? { authToken: COMMENTS_DATABASE_AUTH_TOKEN } : {}),
          },
        }),
    comments: {
      ...(given.COMMENTS_PROVIDER ? { provider: given.COMMENTS_PROVIDER } : {}),
      ...(given.COMMENTS_MODERATION ? { moderation: given.COMMENTS_MODERATION } : {}),
      ...(given.COMMENTS_ADDRESS_LIMIT ? { addressLimit: given.COMMENTS_ADDRESS_LIMIT } : {}),
      ...(given.COMMENTS_THREAD_LIMIT ? { threadLimit: given.COMMENTS_THREAD_LIMIT } : {}),
    },
    ...(header === undefined ? {} : { clientAddressHeader: header }),
    // Nobody else than Vercel connects to its functions.
    trustedProxies: given.TRUSTED_PROXIES ?? (VERCEL ? ["any"] : usualProxies),
  };
}

function readModerationVariables({
  ADMIN_PASSWORD,
  COMMENTS_WEBHOOK_URL: url,
  COMMENTS_WEBHOOK_SECRET: secret,
}: Variables): Pick<Environment, "adminPassword" | "commentsWebhook"> {
  return {
    ...(ADMIN_PASSWORD ? { adminPassword: ADMIN_PASSWORD } : {}),
    ...(url ? { commentsWebhook: { url, ...(secret ? { secret } : {}) } } : {}),
  };
}

function findSiteUrl({ SITE_URL, VERCEL_PROJECT_PRODUCTION_URL, PORT }: Variables) {
  if (SITE_URL) return SITE_URL;
  if (VERCEL_PROJECT_PRODUCTION_URL) return `https://${VERCEL_PROJECT_PRODUCTION_URL}`;
  return `http://localhost:${PORT}`;
}

export const environment = readEnvironment(process.env);
