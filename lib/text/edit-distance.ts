import damerauLevenshtein from "damerau-levenshtein";

/**
 * How many letters must be put in, left out, changed or swapped with a neighbour to make one text of the other (optimal
 * string alignment), counted in UTF-16 code units. For short texts: the time is the square of the longer one's length.
 */
export const editDistance = (one: string, other: string): number =>
  damerauLevenshtein(one, other).steps;
