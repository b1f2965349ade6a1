import type { Position } from "@/lib/content/front-matter-yaml";
import { pageAddress } from "@/lib/content/page-address";
import type { ReadResult } from "@/lib/content/read-document";
import type { Problem } from "@/lib/problem";
import { slugify } from "@/lib/text/slug";

/** What only one document can have. */
export type ClaimedField = "id" | "slug" | "address" | "name";

/** A document's file asks for something that only one can have. */
export interface Claim {
  path: string;
  field: ClaimedField;
  value: string;
  at: Position;
  /** Of two that claim the same, the one that sorts first has it. */
  rank: string;
}

/** A claim that is another document's. */
interface Conflict {
  path: string;
  field: ClaimedField;
  value: string;
  holder: string;
}

type Read = Extract<ReadResult, { outcome: "read" }>;

/** What a file claims. Posts rank by their date for a slug, everything else by its path. */
export function listClaims(path: string, { source, positions }: Read): Claim[] {
  const { id, slug, permalink, name, date } = source.fields;
  const startOfFile = { line: 1, column: 1 };
  const claim = (field: ClaimedField, value: string, keys: string[], rank = path): Claim => ({
    path,
    field,
    value,
    rank,
    at: keys.flatMap((key) => positions.get(key) ?? []).at(0) ?? startOfFile,
  });
  switch (source.type) {
    case "Post": {
      const claims = typeof id === "string" ? [claim("id", id, ["id"])] : [];
      const ownSlug = typeof slug === "string" ? slugify(slug).slug : "";
      if (ownSlug !== "") claims.push(claim("slug", ownSlug, ["slug"], `${date} ${path}`));
      return claims;
    }
    case "Page": {
      const addressed = { permalink: textOf(permalink), slug: textOf(slug) };
      return [claim("address", pageAddress(addressed, path), ["permalink", "slug"])];
    }
    case "Author":
      return [claim("name", textOf(name) ?? "", ["name"])];
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** Claims that lose, each with the file that has what it asks for. */
export function findConflicts(claims: readonly Claim[]): Problem[] {
  const ranked = [...claims].sort((one, other) => (one.rank < other.rank ? -1 : 1));
  const holders = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { path, field, value, at } of ranked) {
    const key = `${field}: ${value}`;
    const holder = holders.get(key);
    if (holder === undefined) holders.set(key, path);
    else problems.push(describeConflict({ path, field, value, holder }, at));
  }
  return problems;
}

export const describeConflict = (
  { path, field, value, holder }: Conflict,
  at: Position = { line: 1, column: 1 },
): Problem => ({
  path,
  ...at,
  severity: "error",
  message: `the ${field} \`${value}\` is already that of ${holder}`,
  remedy: "give one of the two another; until then this file goes without",
});
