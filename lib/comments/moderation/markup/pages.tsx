/** @jsxImportSource hastscript */
import { siteWords } from "@/lib/comments/edition";

/** The way through several pages; nothing where there is one. */
export function buildPages(page: number, pageCount: number, urlOf: (page: number) => string) {
  if (pageCount < 2) return undefined;
  const { label, previous, next, position } = siteWords().pagination;
  return (
    <nav aria-label={label} className="desk-pages">
      {page > 1 ? (
        <a href={urlOf(page - 1)} rel="prev">
          {previous}
        </a>
      ) : undefined}{" "}
      <span>{position(page, pageCount)}</span>{" "}
      {page < pageCount ? (
        <a href={urlOf(page + 1)} rel="next">
          {next}
        </a>
      ) : undefined}
    </nav>
  );
}
