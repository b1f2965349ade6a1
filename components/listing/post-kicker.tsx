import { TermLinks } from "@/components/links/term-links";
import type { TermLink } from "@/lib/publication";

/** Above a headline: the categories of the post. */
export function PostKicker({ categories }: { categories: TermLink[] }) {
  if (categories.length === 0) return null;
  return (
    <p className="kicker">
      <TermLinks terms={categories} />
    </p>
  );
}
