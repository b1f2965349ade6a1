import type { Position } from "@/lib/content/front-matter-yaml";
import { pageAddress } from "@/lib/content/page-address";
import type { DocumentSource } from "@/lib/content/read-document";
import { slugify } from "@/lib/text/slug";

/** What only one document can have. */
export type ClaimedField = "id" | "slug" | "address" | "name";

/** A document's file asks for something that only one can have. */
export interface Claim {
  field: ClaimedField;
  value: string;
  at: Position;
}

/** Of what a file says, all that its claims follow from. */
type Claiming =
  | { outcome: "ignored" | "refused" }
  | {
      outcome: "read";
      source: Pick<DocumentSource, "type" | "fields">;
      positions: ReadonlyMap<string, Position>;
    };

/** What a file claims; nothing where it is no document. */
export function listClaims(path: string, result: Claiming): Claim[] {
  if (result.outcome !== "read") return [];
  const { source, positions } = result;
  const { id, slug, permalink, name, draft } = source.fields;
  const claim = (field: ClaimedField, value: string, keys: string[]): Claim => ({
    field,
    value,
    at: keys.flatMap((key) => positions.get(key) ?? []).at(0) ?? { line: 1, column: 1 },
  });
  switch (source.type) {
    case "Post": {
      const claims = typeof id === "string" ? [claim("id", id, ["id"])] : [];
      const ownSlug = typeof slug === "string" ? slugify(slug).slug : "";
      if (ownSlug !== "") claims.push(claim("slug", ownSlug, ["slug"]));
      return claims;
    }
    case "Page": {
      // The draft of a page is kept nowhere but in its file.
      if (draft === true) return [];
      const addressed = { permalink: textOf(permalink), slug: textOf(slug) };
      return [claim("address", pageAddress(addressed, path), ["permalink", "slug"])];
    }
    case "Author":
      return [claim("name", textOf(name) ?? "", ["name"])];
  }
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

export const findClaim = (claims: readonly Claim[], wanted: ClaimedField): Claim | undefined =>
  claims.find(({ field }) => field === wanted);
