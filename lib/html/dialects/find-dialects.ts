import { readdirSync } from "node:fs";
import path from "node:path";

import type { Dialect } from "@/lib/html/dialects/dialect";
import { isOn } from "@/lib/html/video-hosts/video-host";

/** Files of this folder that are no dialects themselves. */
const machinery: ReadonlySet<string> = new Set(["dialect.ts", "find-dialects.ts", "drop-named.ts"]);

let loaded: readonly Dialect[] = [];

/**
 * Loads every dialect of the folder; once, before the first body is rendered.
 * @throws Error that names the file, if one exports no dialect
 */
export async function loadDialects(): Promise<void> {
  const folder = path.resolve("lib/html/dialects");
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !machinery.has(file))
    .sort();
  loaded = await Promise.all(
    files.map(async (file) => {
      const exported: unknown = await import(`../dialects/${path.parse(file).name}.ts`);
      return readDialect(exported, file);
    }),
  );
}

/** The dialect of the site that a post comes from. */
export function findDialect(from: string | undefined): Dialect | undefined {
  if (from === undefined || loaded.length === 0 || !URL.canParse(from)) return undefined;
  const url = new URL(from);
  return loaded.find(({ hosts }) => hosts.some((host) => isOn(url, host)));
}

function readDialect(exported: unknown, file: string): Dialect {
  const dialect = isRecord(exported) ? exported.dialect : undefined;
  if (isDialect(dialect)) return dialect;
  throw new Error(
    `lib/html/dialects/${file} must export a \`dialect\` with \`hosts\` and \`transform\``,
  );
}

function isDialect(value: unknown): value is Dialect {
  return (
    isRecord(value) &&
    Array.isArray(value.hosts) &&
    value.hosts.every((host) => typeof host === "string") &&
    typeof value.transform === "function"
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
