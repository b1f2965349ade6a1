import type { ReadSettings } from "@/lib/content/read-settings";
import type { TreePath } from "@/lib/content/yaml-tree";
import type { SiteAddresses } from "@/lib/ingest/site-addresses";
import type { Problem } from "@/lib/problem";
import { siteFile } from "@/lib/site/site-file";

/** Entries of the navigation that lead to no page of the site, and an icon that isn't there. */
export function inspectSettings(read: ReadSettings, addresses: SiteAddresses): Problem[] {
  if (read.outcome === "refused") return [];
  const { settings, placeOf } = read;
  const warn = (path: TreePath, message: string, remedy: string): Problem => ({
    path: siteFile,
    ...placeOf(path),
    severity: "warning",
    message,
    remedy,
  });
  const problems: Problem[] = [];
  const { icon, navigation = [] } = settings;
  if (icon?.startsWith("/") && !addresses.hasPublicFile(icon)) {
    const remedy = "put it there, or take the key out";
    problems.push(warn(["icon"], `there is no file \`${icon}\` in public/`, remedy));
  }
  for (const [index, { href }] of navigation.entries()) {
    const [pathname = ""] = href.split(/[?#]/, 1);
    if (!href.startsWith("/") || addresses.has(pathname)) continue;
    const draft = addresses.findDraft(pathname);
    if (draft !== undefined) {
      const message = `\`${href}\` leads to a draft, ${draft}, which readers don't see`;
      problems.push(
        warn(["navigation", index, "href"], message, "publish it, or take the entry out"),
      );
      continue;
    }
    const remedy = "write the address of one, or take the entry out";
    problems.push(warn(["navigation", index, "href"], `there is no page at \`${href}\``, remedy));
  }
  return problems;
}
