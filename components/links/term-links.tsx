import { Fragment } from "react";
import { InternalLink } from "@/components/links/internal-link";
import type { TermLink } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { termUrl } from "@/lib/urls";

/** Names of terms in running text, each a link to its posts. */
export async function TermLinks({ terms }: { terms: TermLink[] }) {
  const { messages } = await findSite();
  return terms.map((term, index) => (
    <Fragment key={term.slug}>
      {index > 0 && messages.article.and}
      <InternalLink href={termUrl(term)} className="quiet-link">
        {term.name}
      </InternalLink>
    </Fragment>
  ));
}
