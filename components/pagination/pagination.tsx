import { InternalLink } from "@/components/links/internal-link";
import { findSite } from "@/lib/queries/settings";

interface PaginationProps {
  page: number;
  pageCount: number;
  urlOf: (page: number) => `/${string}`;
}

/** The way through the pages of a listing. Nothing where there is only one. */
export async function Pagination({ page, pageCount, urlOf }: PaginationProps) {
  const { messages } = await findSite();
  if (pageCount < 2) return null;
  const { label, first, previous, next, last, position } = messages.pagination;
  return (
    <nav aria-label={label} className="pagination">
      {page > 1 && (
        <>
          <InternalLink href={urlOf(1)} className="pagination-first">
            {first}
          </InternalLink>
          <InternalLink href={urlOf(page - 1)} rel="prev" className="pagination-previous">
            {previous}
          </InternalLink>
        </>
      )}
      <span aria-current="page" className="pagination-position">
        {position(page, pageCount)}
      </span>
      {page < pageCount && (
        <>
          <InternalLink href={urlOf(page + 1)} rel="next" className="pagination-next">
            {next}
          </InternalLink>
          <InternalLink href={urlOf(pageCount)} className="pagination-last">
            {last}
          </InternalLink>
        </>
      )}
    </nav>
  );
}
