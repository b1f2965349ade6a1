/**
 * Compares texts by their code points, as SQLite compares UTF-8. JavaScript's own `<` compares UTF-16, in which an emoji
 * comes before a full-width letter.
 */
export function compareCodePoints(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  let index = 0;
  while (index < length && one.charCodeAt(index) === other.charCodeAt(index)) index += 1;
  if (index === length) return one.length - other.length;
  return rank(one.charCodeAt(index)) - rank(other.charCodeAt(index));
}

/** Halves of what lies beyond the first plane come after all of that plane. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
