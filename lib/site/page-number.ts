/** Reads a page number from an address: the canonical spelling of a positive whole number ("2", not "02" or "1e1"). */
export function parsePageNumber(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}

/** Terms on a page of an index: names are short. */
export const termsPerPage = 300;

/** Pages of a listing. The first is there even when empty. */
export const countPages = (total: number, pageSize: number): number =>
  Math.max(1, Math.ceil(total / pageSize));
