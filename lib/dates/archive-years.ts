import type { ArchiveMonth } from "@/lib/publication";

interface ArchiveYear {
  year: number;
  count: number;
  /** January to December; a month without posts counts 0. */
  months: ArchiveMonth[];
}

/** Turns the list of months that have posts into calendar years, newest first. */
export function groupByYear(months: ArchiveMonth[]): ArchiveYear[] {
  const years = new Map<number, ArchiveYear>();
  for (const { year, month, count } of months) {
    const entry = years.get(year) ?? { year, count: 0, months: emptyYear(year) };
    entry.count += count;
    entry.months[month - 1] = { year, month, count };
    years.set(year, entry);
  }
  return [...years.values()].sort((a, b) => b.year - a.year);
}

function emptyYear(year: number): ArchiveMonth[] {
  return Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1, count: 0 }));
}
