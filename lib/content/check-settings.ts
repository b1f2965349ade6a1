import type { z } from "zod";
import { findIntendedKey } from "@/lib/content/check-keys";
import { yamlError } from "@/lib/content/yaml-document";
import {
  describePath,
  type TreePath,
  type Written,
  type WrittenTree,
} from "@/lib/content/yaml-tree";
import type { Finding } from "@/lib/problem";
import { knownSettings } from "@/lib/site/site-settings";
import { refusal } from "@/lib/site/written-value";

type Issue = z.core.$ZodIssue;

/** In one file; who mends these will find the others. */
const maxFindings = 20;

/** What `site.yaml` says and can't be meant, each with its place and what to do. */
export function describeSettingsFaults(issues: readonly Issue[], read: WrittenTree): Finding[] {
  return issues.flatMap((issue) => describeIssue(issue, read)).slice(0, maxFindings);
}

function describeIssue(issue: Issue, read: WrittenTree): Finding[] {
  const { path } = issue;
  const at = read.placeOf(path);
  const name = describePath(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => describeUnknownKey(key, path, read));
    case "custom": {
      const { remedy } = refusal.parse(issue.params);
      return [
        yamlError(at, `\`${name}: ${shorten(textAt(read.tree, path))}\` ${issue.message}`, remedy),
      ];
    }
    case "too_big": {
      const message = `\`${name}\` has more than ${issue.maximum} entries`;
      return [yamlError(at, message, "keep those that readers need")];
    }
    case "invalid_type":
      return [describeWrongKind(issue.expected, path, read)];
    default:
      return [yamlError(at, `\`${name}\` can't be read: ${issue.message}`, "leave the key out")];
  }
}

const kinds: Record<string, [what: string, remedy: string]> = {
  string: ["one text", "write it as one text"],
  array: ["a list", "write one entry on each line, behind `- `"],
  object: ["a group of keys", "write one `key: value` on each line, indented alike"],
};

function describeWrongKind(
  expected: string,
  path: TreePath,
  { tree, ...read }: WrittenTree,
): Finding {
  const [wanted, remedy] = kinds[expected] ?? [expected, "leave the key out"];
  const value = valueAt(tree, path);
  if (value === undefined) {
    const key = String(path.at(-1));
    const message = `\`${key}\` is missing in \`${describePath(path.slice(0, -1))}\``;
    return yamlError(read.placeOf(path), message, `add \`${key}: …\``);
  }
  const message = `\`${describePath(path)}\` is ${kindOf(value)} where ${wanted} is expected`;
  return yamlError(read.placeOf(path), message, remedy);
}

function kindOf(value: Written): string {
  if (typeof value === "string") return "one text";
  return Array.isArray(value) ? "a list" : "a group of keys";
}

/** What other tools, and earlier versions, call the same thing. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["title", "name"],
  ["lang", "language"],
  ["locale", "language"],
  ["zone", "timeZone"],
  ["tz", "timeZone"],
  ["nav", "navigation"],
  ["menu", "navigation"],
  ["color", "accent"],
  ["colour", "accent"],
  ["favicon", "icon"],
  ["paginate", "pageSize"],
  ["url", "SITE_URL"],
  ["text", "label"],
  ["link", "href"],
]);

function describeUnknownKey(key: string, path: TreePath, read: WrittenTree): Finding {
  const known = knownSettings(path);
  const at = read.keyPlaceOf([...path, key]);
  const message = `\`${describePath([...path, key])}\` is no setting`;
  const other = otherNames.get(key.toLowerCase());
  if (other === "SITE_URL") {
    return yamlError(at, message, "give the site's address to the environment, as SITE_URL");
  }
  const meant =
    other !== undefined && known.includes(other) ? other : findIntendedKey(key, known, noOthers);
  const remedy =
    meant === undefined
      ? `take it out; there are ${known.map((name) => `\`${name}\``).join(", ")}`
      : `write \`${meant}\``;
  return yamlError(at, message, remedy);
}

/** In front matter the keys of other tools are left alone; this file is ours. */
const noOthers: ReadonlySet<string> = new Set();

function valueAt(tree: Written, path: TreePath): Written | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return tree;
  if (typeof tree === "string") return undefined;
  const value = Array.isArray(tree) ? tree[Number(key)] : tree[String(key)];
  return value === undefined ? undefined : valueAt(value, rest);
}

function textAt(tree: Written, path: TreePath): string {
  const value = valueAt(tree, path);
  return typeof value === "string" ? value : "…";
}

/** In UTF-16 code units; a message is one line. */
const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
