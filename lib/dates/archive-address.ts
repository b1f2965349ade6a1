/** Reads the year of an archive address: four digits. */
export function parseYear(text: string): number | undefined {
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** Reads the month of an archive address: two digits, 01 to 12. */
export function parseMonth(text: string): number | undefined {
  return /^(0[1-9]|1[0-2])$/.test(text) ? Number(text) : undefined;
}
