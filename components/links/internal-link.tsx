import Link from "next/link";
import type { ReactNode } from "react";

interface InternalLinkProps {
  href: `/${string}`;
  rel?: string | undefined;
  className?: string | undefined;
  "aria-current"?: "page" | undefined;
  children: ReactNode;
}

/**
 * A link within the site. Nothing is prefetched: a listing shows dozens of links, and each would cost a reader on an
 * old phone data and the server a render for a page that nobody may open.
 */
export function InternalLink({ href, ...rest }: InternalLinkProps) {
  return <Link href={href} prefetch={false} {...rest} />;
}
