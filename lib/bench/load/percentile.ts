/**
 * The value that a share of all values doesn't exceed, by nearest rank.
 * @param share from 0 to 1; 0.95 for p95
 * @throws RangeError where there are no values
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError("no values to take a percentile of");
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
