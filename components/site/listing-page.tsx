import type { ReactNode } from "react";

interface ListingPageProps {
  /** What kind of page this is: links to the pages above it. */
  kicker?: ReactNode;
  title: string;
  /** A figure: how many posts or terms there are. */
  note: string;
  /** More about what is listed. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A page that lists something: its heading, and beside it, where there is room, the list. */
export function ListingPage({ kicker, title, note, aside, children }: ListingPageProps) {
  return (
    <div className="listing-page">
      <header className="listing-head">
        {kicker && <p className="kicker">{kicker}</p>}
        <h1>{title}</h1>
        <p className="listing-note">{note}</p>
        {aside}
      </header>
      <div className="listing-main">{children}</div>
    </div>
  );
}
