import type { ReactNode } from "react";

interface InternalLinkProps {
  href: `/${string}`;
  rel?: string | undefined;
  className?: string | undefined;
  "aria-current"?: "page" | undefined;
  children: ReactNode;
}

/** A link within the site: a plain one, for which no page needs a script (decisions/0018-enhancements.md). */
export function InternalLink({ children, ...rest }: InternalLinkProps) {
  return <a {...rest}>{children}</a>;
}
