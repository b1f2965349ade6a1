import type { Position } from "@/lib/content/front-matter-yaml";
import { isReserved, pageAddress } from "@/lib/content/page-address";
import type { FieldValue } from "@/lib/content/read-fields";
import type { Finding } from "@/lib/problem";
import { languageOfTag } from "@/lib/site/language-of-tag";
import { publicFolders } from "@/lib/urls";

/** What a field's text must be beyond its type. */
interface Rule {
  accepts: (text: string) => boolean;
  /** An unusable `error` leaves the file out; after a `warning` the post is published without the field. */
  severity: Finding["severity"];
  expected: string;
  remedy: string;
}

const isWebAddress = (text: string) =>
  /^https?:\/\/[^\s/]/i.test(text) &&
  URL.canParse(text) &&
  !/^(?:www\.)?\.*$/.test(new URL(text).hostname);

const rules: Record<string, Rule> = {
  from: {
    accepts: isWebAddress,
    severity: "warning",
    expected: "an http or https address",
    remedy: "give the full address of the original, or leave it out",
  },
  cover: {
    accepts: (text) => /^\/(?!\/)/.test(text) || isWebAddress(text),
    severity: "warning",
    expected: "the address of a picture",
    remedy: `put the picture into public/ and write its path from there, such as \`${publicFolders.pictures}/harbour.jpg\``,
  },
  lang: {
    accepts: (text) => languageOfTag(text) !== undefined,
    severity: "warning",
    expected: "a language of this site",
    remedy: "write `zh-Hans`, `zh-Hant` or `en`, or leave it out",
  },
  id: {
    accepts: (text) => /^[\w.-]{1,64}$/.test(text),
    severity: "error",
    expected: "an id",
    remedy: "use at most 64 letters, digits, `-`, `_` and `.`",
  },
};

/** `tags: a, b` is one tag with a comma in it, which hardly anybody means. */
const looksLikeSeveral = (name: string, value: FieldValue): boolean =>
  (name === "tags" || name === "categories") &&
  Array.isArray(value) &&
  value.length === 1 &&
  /[,，、]/.test(value[0] ?? "");

/** Checks the values that have a form of their own, and takes out those that can't be used. */
export function checkValues(
  fields: Record<string, FieldValue>,
  positions: ReadonlyMap<string, Position>,
): { fields: Record<string, FieldValue>; findings: Finding[] } {
  const kept: Record<string, FieldValue> = {};
  const findings: Finding[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const at = positions.get(name) ?? { line: 1, column: 1 };
    if (looksLikeSeveral(name, value)) {
      findings.push({
        ...at,
        severity: "warning",
        message: `\`${name}: ${value}\` is one text, not several`,
        remedy: `write \`${name}: [ one, two ]\` if several are meant`,
      });
    }
    const rule = rules[name];
    if (!rule || typeof value !== "string" || rule.accepts(value)) {
      kept[name] = value;
      continue;
    }
    findings.push({
      ...at,
      severity: rule.severity,
      message: `\`${name}: ${value}\` is not ${rule.expected}`,
      remedy: rule.remedy,
    });
  }
  return { fields: kept, findings };
}

/** A static page must not stand where the site has pages of its own. */
export function checkPageAddress(
  fields: Record<string, FieldValue>,
  positions: ReadonlyMap<string, Position>,
  path: string,
): Finding[] {
  const { permalink, slug } = fields;
  const address = pageAddress(
    {
      permalink: typeof permalink === "string" ? permalink : undefined,
      slug: typeof slug === "string" ? slug : undefined,
    },
    path,
  );
  if (!isReserved(address)) return [];
  const at = positions.get("permalink") ?? positions.get("slug") ?? { line: 1, column: 1 };
  return [
    {
      ...at,
      severity: "error",
      message: `the address /${address} is one of the site's own`,
      remedy: "give the page another `slug`",
    },
  ];
}
