import { createHash } from "node:crypto";
import path from "node:path";
import { z } from "zod";

const megabytes = (max: number) =>
  z.coerce
    .number({ error: "must be a number of megabytes" })
    .int("must be a whole number of megabytes")
    .min(8, "must be at least 8 megabytes")
    .max(max, `must be at most ${max} megabytes`);

/** Every variable that operators can set, as `.env.example` describes them. An empty one counts as unset. */
const variables = z.object({
  CONTENT_DIR: z.string().default("content"),
  CONTENT_DATABASE_URL: z
    .string()
    .regex(
      /^(file:|https?:\/\/|libsql:\/\/)/,
      "must start with file:, http://, https:// or libsql://",
    )
    .optional(),
  CONTENT_DATABASE_AUTH_TOKEN: z.string().optional(),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: "must be a full address such as https://example.com" })
    .optional(),
  PORT: z.coerce
    .number({ error: "must be a number" })
    .int("must be a whole number")
    .min(1, "must be 1 or more")
    .max(65535, "must be at most 65535")
    .default(3000),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, "must start with redis:// or rediss://")
    .optional(),
  PAGE_CACHE_MB: megabytes(1_000_000).default(512),
  PAGE_CACHE_MEMORY_MB: megabytes(100_000).default(64),
  /** Set by Vercel: the host name of the production deployment, without scheme. */
  VERCEL_PROJECT_PRODUCTION_URL: z.string().optional(),
});

export interface Environment {
  /** Folder of the post files, as given: relative to the project or absolute. */
  contentDirectory: string;
  contentDatabase: { url: string; authToken?: string };
  /** Public address of the site, without a slash at the end. */
  siteUrl: string;
  port: number;
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
    const lines = parsed.error.issues.map(
      ({ path: [name], message }) => `  ${String(name)}=${given[String(name)]}: ${message}`,
    );
    throw new EnvironmentError(
      `The environment is not right (see .env.example):\n${lines.join("\n")}`,
    );
  }
  const { CONTENT_DIR, CONTENT_DATABASE_URL, CONTENT_DATABASE_AUTH_TOKEN, PORT } = parsed.data;
  const { PAGE_CACHE_MB, PAGE_CACHE_MEMORY_MB, REDIS_URL } = parsed.data;
  return {
    contentDirectory: CONTENT_DIR,
    contentDatabase: {
      url: CONTENT_DATABASE_URL ?? localDatabaseUrl(CONTENT_DIR),
      ...(CONTENT_DATABASE_AUTH_TOKEN ? { authToken: CONTENT_DATABASE_AUTH_TOKEN } : {}),
    },
    siteUrl: findSiteUrl(parsed.data).replace(/\/+$/, ""),
    port: PORT,
    pageCache: { diskMegabytes: PAGE_CACHE_MB, memoryMegabytes: PAGE_CACHE_MEMORY_MB },
    ...(REDIS_URL === undefined ? {} : { redisUrl: REDIS_URL }),
  };
}

/**
 * Each content folder has a store of its own, so that trying another folder neither costs nor shows the first one's
 * posts. Relative to the project, so that the store is found again where the project has been moved.
 */
function localDatabaseUrl(contentDirectory: string): string {
  const relative = path.relative(".", contentDirectory);
  if (relative === "content") return "file:.masthead/content.db";
  const key = createHash("sha256").update(relative).digest("hex").slice(0, 8);
  return `file:.masthead/content-${key}.db`;
}

function findSiteUrl({ SITE_URL, VERCEL_PROJECT_PRODUCTION_URL, PORT }: z.infer<typeof variables>) {
  if (SITE_URL) return SITE_URL;
  if (VERCEL_PROJECT_PRODUCTION_URL) return `https://${VERCEL_PROJECT_PRODUCTION_URL}`;
  return `http://localhost:${PORT}`;
}

export const environment = readEnvironment(process.env);
