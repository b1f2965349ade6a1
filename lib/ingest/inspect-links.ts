import { posix } from "node:path";
import { pageAddress } from "@/lib/content/page-address";
import { isLocal } from "@/lib/html/body-addresses";
import { type LocalAddress, maxBodyFindings } from "@/lib/ingest/inspect-body";
import type { InspectedDocument, Inspector } from "@/lib/ingest/inspection";
import type { SiteAddresses } from "@/lib/ingest/site-addresses";
import type { Finding, Problem } from "@/lib/problem";
import { decodePercent } from "@/lib/site/decode-percent";
import { postUrl, publicFolders, termUrl } from "@/lib/urls";

/** An address of this site, and the file that it stands in. */
interface PlacedAddress extends LocalAddress {
  path: string;
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
  const pending: PlacedAddress[] = [];
  const bases = new Map<string, string>();
  /** Their links are put right before anybody sees them, and may lead to one another. */
  const drafts = new Set<string>();
  return {
    see(document) {
      const { path, source, positions, body } = document;
      addresses.add(path, source);
      if (source.fields.draft === true) drafts.add(path);
      const { cover } = source.fields;
      if (typeof cover === "string" && isLocal(cover)) {
        const at = positions.get("cover") ?? { line: 1, column: 1 };
        pending.push({ path, line: at.line, column: at.column, kind: "picture", address: cover });
      }
      problems.push(...body.findings.map((finding) => ({ path, ...finding })));
      pending.push(...body.local.map((address) => ({ path, ...address })));
      if (body.local.length > 0) bases.set(path, baseOf(document));
    },
    conclude() {
      const counts = new Map<string, number>();
      for (const one of pending) {
        const count = counts.get(one.path) ?? 0;
        if (count === maxBodyFindings) continue;
        const finding = judge(one, bases.get(one.path) ?? "/", {
          addresses,
          contentPaths,
          isDraft: drafts.has(one.path),
        });
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

interface Surroundings {
  addresses: SiteAddresses;
  contentPaths: ReadonlySet<string>;
  /** Whether the address stands in a draft. */
  isDraft: boolean;
}

function judge(
  { path, line, column, kind, address }: PlacedAddress,
  base: string,
  { addresses, contentPaths, isDraft }: Surroundings,
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
  const draft = kind === "link" ? addresses.findDraft(pathname) : undefined;
  if (draft !== undefined) {
    if (isDraft) return undefined;
    const message = `\`${address}\` leads to a draft, ${draft}, which readers don't see`;
    return warning(at, message, "publish that as well, or take the link out");
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
