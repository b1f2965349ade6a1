/** `mixed`: as measured in real archives. `small`: all of 5 KB. */
export type ArchiveKind = "mixed" | "small";

/** Quantiles of the size of a file, in bytes; between two of them sizes grow by a constant factor. */
const quantiles: readonly (readonly [share: number, bytes: number])[] = [
  [0, 500],
  [0.5, 1_400],
  [0.75, 3_300],
  [0.9, 21_000],
  [0.99, 64_000],
  [0.999, 160_000],
  [1, 679_000],
];

const smallBytes = 5_000;

/** @param share of all files that are smaller, from 0 to 1 */
export function fileSize(kind: ArchiveKind, share: number): number {
  if (kind === "small") return smallBytes;
  const upper = quantiles.findIndex(([limit], index) => index > 0 && share <= limit);
  const [from, smallest] = quantiles[upper - 1] ?? [0, smallBytes];
  const [to, largest] = quantiles[upper] ?? [1, smallBytes];
  return Math.round(smallest * (largest / smallest) ** ((share - from) / (to - from)));
}
