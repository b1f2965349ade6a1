import { isMap } from "yaml";
import { describeSettingsFaults } from "@/lib/content/check-settings";
import { decodeText } from "@/lib/content/decode-text";
import type { Position } from "@/lib/content/yaml-document";
import { parseYamlDocument, yamlError } from "@/lib/content/yaml-document";
import { readTree, type TreePath, type WrittenGroup } from "@/lib/content/yaml-tree";
import { type Finding, hasErrors } from "@/lib/problem";
import { type GivenSettings, givenSettings } from "@/lib/site/site-settings";

/** Bytes; a hundred times what a publication says of itself. */
const maxBytes = 64 * 1024;

/** What became of `site.yaml`. One that is `refused` has at least one error among its findings. */
export type ReadSettings =
  | {
      outcome: "read";
      settings: GivenSettings;
      /** The same as it was written, for the store. */
      written: WrittenGroup;
      placeOf: (path: TreePath) => Position;
      findings: Finding[];
    }
  | { outcome: "refused"; findings: Finding[] };

const place = { name: "the file", firstLine: 1 };

/** Reads what a publication says of itself, and every fault in it at once. An empty file leaves everything as it is. */
export function readSettings(bytes: Uint8Array): ReadSettings {
  if (bytes.length > maxBytes) return refuse(describeOversize(bytes.length));
  if (isBlank(bytes)) return parseSettings("");
  const decoded = decodeText(bytes);
  return decoded.ok ? parseSettings(decoded.text) : refuse(decoded.finding);
}

function parseSettings(text: string): ReadSettings {
  const parsed = parseYamlDocument(text, place);
  if (!parsed.ok) return { outcome: "refused", findings: parsed.findings };
  const { document, locate } = parsed;
  if (document.contents !== null && !isMap(document.contents) && text.trim() !== "") {
    const message = "the file is not a list of `key: value` lines";
    const remedy = "write one `key: value` on each line, with a space behind the colon";
    return refuse(yamlError(locate(document.contents.range[0]), message, remedy));
  }
  const rest = text.slice(document.range[2]).replace(/^(?:---|\.\.\.)/, "");
  if (/^[^#\n]*[^#\s]/m.test(rest)) {
    const message = "there is more behind the settings, which end at the first `---` or `...`";
    return refuse(yamlError(locate(document.range[2]), message, "take out that line"));
  }
  const read = readTree(document, text, locate);
  const checked = givenSettings.safeParse(read.tree);
  const findings = [
    ...read.findings,
    ...(checked.success ? [] : describeSettingsFaults(checked.error.issues, read)),
  ];
  if (!checked.success || hasErrors(findings)) return { outcome: "refused", findings };
  const { tree: written, placeOf } = read;
  return { outcome: "read", settings: checked.data, written, placeOf, findings };
}

const refuse = (finding: Finding): ReadSettings => ({ outcome: "refused", findings: [finding] });

export const describeOversize = (size: number): Finding =>
  yamlError(
    { line: 1, column: 1 },
    `the file has ${Math.ceil(size / 1024)} KB, more than the ${maxBytes / 1024} KB that settings may have`,
    "keep the publication's settings in it, and nothing else",
  );

/** Nothing but blanks, and perhaps a byte order mark. */
const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].includes(byte));
