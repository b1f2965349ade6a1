import type { Position } from "@/lib/content/front-matter-yaml";
import type { Inspector } from "@/lib/ingest/inspection";
import type { Problem } from "@/lib/problem";
import { simplifiedForms } from "@/lib/text/han-variants";

const fields = { tags: "tag", categories: "category", author: "author" } as const;

type TermField = keyof typeof fields;

/** One way to write a name. */
interface Spelling {
  name: string;
  count: number;
  first: { path: string; at: Position };
  /** Whether a file of `authors/` spells it so. */
  isOfficial: boolean;
}

/**
 * Tags, categories and authors that differ from another only in case, width, blanks or script, and so have two pages
 * where one is meant. Each spelling is told of once, at its first place: the number of posts is said, not listed.
 */
export function createTermInspector(): Inspector {
  const groups = new Map<string, Map<string, Spelling>>();

  const add = (field: TermField, name: string, path: string, at: Position, isOfficial: boolean) => {
    const key = `${field}: ${termKey(name)}`;
    const spellings = groups.get(key) ?? new Map<string, Spelling>();
    groups.set(key, spellings);
    const known = spellings.get(name);
    if (!known) {
      const count = isOfficial ? 0 : 1;
      spellings.set(name, { name, count, first: { path, at }, isOfficial });
      return;
    }
    if (isOfficial) known.isOfficial = true;
    else known.count += 1;
  };

  return {
    see({ path, source, positions }) {
      const at = (field: string) => positions.get(field) ?? { line: 1, column: 1 };
      if (source.type === "Author") {
        const { name } = source.fields;
        if (typeof name === "string") add("author", name, path, at("name"), true);
      }
      if (source.type !== "Post") return;
      for (const field of ["tags", "categories", "author"] as const) {
        const names = source.fields[field];
        for (const name of Array.isArray(names) ? names : []) {
          add(field, name, path, at(field), false);
        }
      }
    },
    conclude: () =>
      [...groups].flatMap(([key, spellings]) => {
        const field = key.slice(0, key.indexOf(":")) as TermField;
        return spellings.size < 2 ? [] : describeGroup(fields[field], [...spellings.values()]);
      }),
  };
}

/** The same for names that hardly anybody means as two. */
function termKey(name: string): string {
  const plain = name
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();
  return Array.from(plain, (character) => simplifiedForms.get(character) ?? character).join("");
}

function describeGroup(what: string, spellings: Spelling[]): Problem[] {
  const [common, ...others] = spellings.sort(
    (one, other) =>
      Number(other.isOfficial) - Number(one.isOfficial) ||
      other.count - one.count ||
      (one.first.path < other.first.path ? -1 : 1),
  );
  if (!common) return [];
  return others.map(({ name, count, first, isOfficial }) => ({
    path: first.path,
    ...first.at,
    severity: "warning",
    message:
      `the ${what} \`${name}\` (${posts(count)}, first here) differs from \`${common.name}\` ` +
      `(${posts(common.count)}) ${difference(name, common.name)}`,
    remedy: isOfficial
      ? `write \`name: ${common.name}\` if both are one`
      : `write \`${common.name}\` if both are one`,
  }));
}

const posts = (count: number): string => (count === 1 ? "1 post" : `${count} posts`);

function difference(one: string, other: string): string {
  const width = (name: string) => name.normalize("NFKC");
  const blanks = (name: string) =>
    width(name)
      .replace(/\p{Cf}/gu, "")
      .replace(/\s+/gu, " ")
      .trim();
  if (width(one) === width(other)) return "only in the width or form of its characters";
  if (blanks(one) === blanks(other)) return "only in blanks or characters that can't be seen";
  return blanks(one).toLowerCase() === blanks(other).toLowerCase()
    ? "only in case"
    : "only in script (simplified or traditional)";
}
