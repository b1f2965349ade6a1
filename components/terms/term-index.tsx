import { InternalLink } from "@/components/links/internal-link";
import type { Term } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { termUrl } from "@/lib/urls";

/** Terms in columns, each with the number of its posts. */
export async function TermIndex({ terms }: { terms: Term[] }) {
  const { messages } = await findSite();
  return (
    <ul className="term-index">
      {terms.map((term) => (
        <li key={term.slug}>
          <InternalLink href={termUrl(term)}>
            <span className="term-index-name">{term.name}</span>{" "}
            <span className="term-index-count">{messages.figure(term.count)}</span>
          </InternalLink>
        </li>
      ))}
    </ul>
  );
}
