import { InternalLink } from "@/components/links/internal-link";
import { isInternalPath } from "@/components/links/internal-path";
import type { NavigationItem } from "@/lib/site/site-settings";

/** An entry of the site's own navigation, which may also lead elsewhere. */
export function NavigationLink({ label, href }: NavigationItem) {
  if (isInternalPath(href)) return <InternalLink href={href}>{label}</InternalLink>;
  return <a href={href}>{label}</a>;
}
