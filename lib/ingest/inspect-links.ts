import { posix } from "node:path";
import { pageAddress } from "@/lib/content/page-address";
import { type Anchors, listAnchors } from "@/lib/html/anchors";
import { type BodyAddress, findBodyAddresses, isLocal } from "@/lib/html/body-addresses";
import type { InspectedDocument, Inspector } from "@/lib/ingest/inspection";
import type { SiteAddresses } from "@/lib/ingest/site-addresses";
import type { Finding, Problem } from "@/lib/problem";
import { decodePercent } from "@/lib/site/decode-percent";
import { postUrl, publicFolders, termUrl } from "@/lib/urls";

/** Of one file; who mends these will find the others. */
const maxFindings = 20;

/** An address of this site, which can be judged only when all files are known. */
interface LocalAddress {
  path: string;
  line: number;
  column: number;
  kind: BodyAddress["kind"];
  address: string;
}

const warning = (
  at: { line: number; column: number },
  message: string,
  remedy: string,
): Finding => ({
  line: at.line,
  column: at.column,
  severity: "warning",
  message,
  remedy,
});

/**
 * Links and pictures that lead nowhere: to no page of the site, no file of `public/`, no heading of the text; and
 * pictures that an editor put in without a word for those who can't see them. A relative address in a post with `from`
 * is one of the original's site, and none of our business.
 */
export function createLinkInspector(
  addresses: SiteAddresses,
  contentPaths: ReadonlySet<string>,
): Inspector {
  const problems: Problem[] = [];
  const pending: LocalAddress[] = [];
  const bases = new Map<string, string>();
  return {
    see(document) {
      const { path, source, positions } = document;
      addresses.add(path, source);
      const { cover } = source.fields;
      if (typeof cover === "string" && isLocal(cover)) {
        const at = positions.get("cover") ?? { line: 1, column: 1 };
        pending.push({ path, line: at.line, column: at.column, kind: "picture", address: cover });
      }
      const { findings, local } = inspectBody(document);
      problems.push(...findings.map((finding) => ({ path, ...finding })));
      pending.push(...local);
      if (local.length > 0) bases.set(path, baseOf(document));
    },
    conclude() {
      const counts = new Map<string, number>();
      for (const one of pending) {
        const count = counts.get(one.path) ?? 0;
        if (count === maxFindings) continue;
        const finding = judge(one, bases.get(one.path) ?? "/", addresses, contentPaths);
        if (!finding) continue;
        counts.set(one.path, count + 1);
        problems.push({ path: one.path, ...finding });
      }
      return problems;
    },
  };
}

/** Relative addresses start from where the page will be. A slug is one part of a path, whichever it is. */
function baseOf({ path, source: { type, fields } }: InspectedDocument): string {
  if (type === "Post") return postUrl("x");
  if (type === "Author") return termUrl({ taxonomy: "author", slug: "x" });
  const { permalink, slug } = fields;
  return `/${pageAddress(
    {
      permalink: typeof permalink === "string" ? permalink : undefined,
      slug: typeof slug === "string" ? slug : undefined,
    },
    path,
  )}`;
}

function inspectBody(document: InspectedDocument): { findings: Finding[]; local: LocalAddress[] } {
  const { path, source, bodyLine } = document;
  const found = findBodyAddresses(source.body, { local: source.fields.from === undefined });
  if (!found) return { findings: [], local: [] };
  const findings: Finding[] = [];
  const local: LocalAddress[] = [];
  let anchors: Anchors | undefined;
  let undescribed: { at: { line: number; column: number }; count: number } | undefined;
  for (const { kind, address, offset, isMarkdown, isDescribed } of found.addresses) {
    if (findings.length + local.length >= 10 * maxFindings) break;
    const at = locate(source.body, offset ?? 0, bodyLine);
    if (!isDescribed) {
      undescribed ??= { at, count: 0 };
      undescribed.count += 1;
    }
    if (isLocal(address)) {
      if (source.fields.from === undefined) local.push({ path, ...at, kind, address });
    } else if (isMarkdown && address.startsWith("#")) {
      anchors ??= listAnchors(found.tree);
      const finding = judgeFragment(address, anchors, at);
      if (finding && findings.length < maxFindings) findings.push(finding);
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
  const fragment = decode(address.slice(1));
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

function judge(
  { path, line, column, kind, address }: LocalAddress,
  base: string,
  addresses: SiteAddresses,
  contentPaths: ReadonlySet<string>,
): Finding | undefined {
  const at = { line, column };
  const origin = "http://site.invalid";
  if (!URL.canParse(address, origin + base)) {
    return warning(at, `\`${address}\` is no address`, "put it right, or take it out");
  }
  const { pathname } = new URL(address, origin + base);
  if (addresses.hasPublicFile(pathname) || (kind === "link" && addresses.has(pathname))) {
    return undefined;
  }
  const written = decode(address.replace(/[?#].*$/s, ""));
  const file = posix.join(posix.dirname(path), written);
  if (kind === "link" && contentPaths.has(file)) {
    const post = addresses.findPostAddress(file);
    const remedy = post
      ? `write \`${post}\``
      : `write its address on the site, \`${postUrl("…")}\``;
    return warning(
      at,
      `\`${address}\` is a file of this folder, not an address of the site`,
      remedy,
    );
  }
  const inPublic = `/${written.replace(/^.*?(?:^|\/)public\//s, "").replace(/^(?:\.{0,2}\/)+/, "")}`;
  const intended = addresses.hasPublicFile(inPublic)
    ? `write \`${encodeURI(inPublic)}\``
    : undefined;
  if (kind === "link") {
    const message = `\`${address}\` leads nowhere: the site has no page and no file there`;
    return warning(at, message, intended ?? "put the address right, or take the link out");
  }
  return warning(
    at,
    `\`${address}\` is not there: public/ has no such file`,
    intended ??
      `put the file into public/ and write its path from there, such as \`${publicFolders.pictures}/harbour.jpg\``,
  );
}

/** A stray percent sign is part of the address. */
const decode = (address: string): string => decodePercent(address) ?? address;
