import type { ReadSettings } from "@/lib/content/read-settings";
import type { SiteAddresses } from "@/lib/ingest/site-addresses";
import type { Problem } from "@/lib/problem";
import { siteFile } from "@/lib/site/site-file";

/** Entries of the navigation that lead to no page of the site. */
export function inspectNavigation(read: ReadSettings, addresses: SiteAddresses): Problem[] {
  if (read.outcome === "refused") return [];
  const { settings, placeOf } = read;
  return (settings.navigation ?? []).flatMap(({ href }, index) => {
    const [pathname = ""] = href.split(/[?#]/, 1);
    if (!href.startsWith("/") || addresses.has(pathname)) return [];
    return [
      {
        path: siteFile,
        ...placeOf(["navigation", index, "href"]),
        severity: "warning",
        message: `there is no page at \`${href}\``,
        remedy: "write the address of one, or take the entry out",
      },
    ];
  });
}
