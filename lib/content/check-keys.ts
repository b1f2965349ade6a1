import type { FrontMatterKeys } from "@/lib/content/front-matter-yaml";
import { type FieldDeclaration, synonyms } from "@/lib/content/read-fields";
import type { Finding } from "@/lib/problem";
import { editDistance } from "@/lib/text/edit-distance";

/**
 * Keys of other tools that look like misspelt ones of ours: Jekyll, Hugo, Hexo, Hugo's and Hexo's themes, HackMD. Who
 * writes one of these means it.
 */
const keysOfOthers = new Set(
  `abstract address alias caption class code color colour comment_id commentable covers data dates description excerpt
  form full_title heading image images index intro keywords label labels language languages last_modified_at lastmod
  link links list location math modified name names page page_id pages password photos place post post_id posts
  redirect_from redirect_to robots sage sections series shortlink sitemap source sources stage state subtitle
  taxonomies taxonomy theme thumbnail time timezone toc top topics type types uid url urls uuid version weight`.split(
    /\s+/,
  ),
);

/** What Jekyll means by a key is read as another field. */
const otherKeys = ["published", ...synonyms.keys()];

/** Longer keys are nobody's slip of the finger, and comparing them takes time. */
const maxKeyLength = 30;

/** Shorter keys are like too many others. */
const minComparedLength = 4;

/** In one file; who mends these will find the others. */
const maxFindings = 10;

/** Case, width, invisible characters and the like: what an eye hardly sees. */
const plain = (key: string): string =>
  key
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{White_Space}]/gu, "")
    .toLowerCase();

/**
 * The known key that an unknown one was probably meant to be; nothing where it looks like a key of another tool.
 * @param known keys that mean something in this kind of document
 */
export function findIntendedKey(
  key: string,
  known: readonly string[],
  others: ReadonlySet<string> = keysOfOthers,
): string | undefined {
  if (key.length > maxKeyLength || known.includes(key)) return undefined;
  const written = plain(key);
  const same = known.find((name) => name === written);
  if (same !== undefined) return same;
  if (written.length < minComparedLength || others.has(written)) return undefined;
  const allowed = written.length < 8 ? 1 : 2;
  return known.find(
    (name) => name.length >= minComparedLength && editDistance(written, name) <= allowed,
  );
}

/** Keys that mean something in a document of these declarations. */
const listKnownKeys = (declarations: readonly FieldDeclaration[]): string[] => [
  ...declarations.map(({ name }) => name),
  ...otherKeys,
];

/** Keys that are read by nobody and were probably meant for us, and what YAML 1.2 has no more: merging groups by `<<`. */
export function checkKeys(
  { values }: Pick<FrontMatterKeys, "values">,
  declarations: readonly FieldDeclaration[],
): Finding[] {
  const known = listKnownKeys(declarations);
  const required = new Set(declarations.filter((field) => field.required).map(({ name }) => name));
  const findings: Finding[] = [];
  for (const [key, { keyAt }] of values) {
    if (findings.length === maxFindings) break;
    if (key === "<<") {
      findings.push({
        ...keyAt,
        severity: "warning",
        message: "`<<` takes no keys over from another group",
        remedy: "write the keys themselves",
      });
      continue;
    }
    const intended = findIntendedKey(key, known);
    // Where a required key is missing, the error about that names this one.
    if (intended === undefined || (required.has(intended) && !values.has(intended))) continue;
    const twice = values.has(intended) ? `, and \`${intended}\` is there as well` : "";
    findings.push({
      ...keyAt,
      severity: "warning",
      message: `\`${key}\` is no key that is read${twice}`,
      remedy: twice === "" ? `write \`${intended}\`` : "keep one of them, spelt so",
    });
  }
  return findings;
}
