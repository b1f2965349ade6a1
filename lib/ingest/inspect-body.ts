import { createHash } from "node:crypto";
import type { ReadResult } from "@/lib/content/read-document";
import { type Anchors, listAnchors } from "@/lib/html/anchors";
import { type BodyAddress, findBodyAddresses, isLocal } from "@/lib/html/body-addresses";
import { describeTooLong, doWithin, longestRendering } from "@/lib/ingest/within-time";
import type { Finding } from "@/lib/problem";
import { decodePercent } from "@/lib/site/decode-percent";

/** Of one file; who mends these will find the others. */
export const maxBodyFindings = 20;

/** An address of this site, which can be judged only when all files are known. */
export interface LocalAddress {
  line: number;
  column: number;
  kind: BodyAddress["kind"];
  address: string;
}

/** What inspectors need of a body: the body itself is gone by then. */
export interface InspectedBody {
  /** Of the text without blanks around it, in UTF-16 code units. */
  length: number;
  hash: string;
  /** What the text alone tells. */
  findings: Finding[];
  local: LocalAddress[];
}

const warning = (
  at: { line: number; column: number },
  message: string,
  remedy: string,
): Finding => ({ line: at.line, column: at.column, severity: "warning", message, remedy });

export function inspectBody({
  source,
  bodyLine,
}: Extract<ReadResult, { outcome: "read" }>): InspectedBody {
  const text = source.body.trim();
  return {
    length: text.length,
    hash: createHash("sha256").update(text).digest("base64").slice(0, 22),
    ...inspectWithin(source.body, bodyLine, { isForeign: source.fields.from !== undefined }),
  };
}

type FoundAddresses = Pick<InspectedBody, "findings" | "local">;

/** UTF-16 code units of a body below which it isn't worth it to watch the time. */
const smallBody = 64 * 1024;

function inspectWithin(...given: Parameters<typeof inspectAddresses>): FoundAddresses {
  if (given[0].length < smallBody) return inspectAddresses(...given);
  let found: FoundAddresses = { findings: [describeTooLong(longestRendering)], local: [] };
  doWithin(longestRendering, () => {
    found = inspectAddresses(...given);
  });
  return found;
}

/** @param isForeign a relative address is one of the original's site, and none of our business */
function inspectAddresses(
  body: string,
  bodyLine: number,
  { isForeign }: { isForeign: boolean },
): FoundAddresses {
  const found = findBodyAddresses(body, { local: !isForeign });
  if (!found) return { findings: [], local: [] };
  const findings: Finding[] = [];
  const local: LocalAddress[] = [];
  let anchors: Anchors | undefined;
  let undescribed: { at: { line: number; column: number }; count: number } | undefined;
  for (const { kind, address, offset, isMarkdown, isDescribed } of found.addresses) {
    if (findings.length + local.length >= 10 * maxBodyFindings) break;
    const at = locate(body, offset ?? 0, bodyLine);
    if (!isDescribed) {
      undescribed ??= { at, count: 0 };
      undescribed.count += 1;
    }
    if (isLocal(address)) {
      if (!isForeign) local.push({ ...at, kind, address });
    } else if (isMarkdown && address.startsWith("#")) {
      anchors ??= listAnchors(found.tree);
      const finding = judgeFragment(address, anchors, at);
      if (finding && findings.length < maxBodyFindings) findings.push(finding);
    }
  }
  if (undescribed) {
    const { at, count } = undescribed;
    const what = count === 1 ? "a picture has" : `${count} pictures, the first here, have`;
    const remedy = "write between the brackets what is to be seen: `![A ferry at dawn](…)`";
    findings.push(warning(at, `${what} no description for those who can't see it`, remedy));
  }
  return { findings, local };
}

/** Of an offset in the body, in the file. */
function locate(body: string, offset: number, bodyLine: number): { line: number; column: number } {
  let line = bodyLine;
  let start = 0;
  for (let end = body.indexOf("\n"); end >= 0 && end < offset; end = body.indexOf("\n", start)) {
    line += 1;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

function judgeFragment(
  address: string,
  anchors: Anchors,
  at: { line: number; column: number },
): Finding | undefined {
  const written = address.slice(1);
  // A stray percent sign is part of the address.
  const fragment = decodePercent(written) ?? written;
  if (fragment === "" || fragment === "top") return undefined;
  const count = anchors.count(fragment);
  if (count === 1) return undefined;
  return count === 0
    ? warning(
        at,
        `no heading and no id of this text is \`${address}\``,
        "write the words of the heading in small letters with hyphens, as in `#the-morning-ferry`",
      )
    : warning(
        at,
        `\`${address}\` may be any of ${count} places, and leads to the first`,
        "give the headings different words",
      );
}
