/** Round numbers from 0 to at least `largest`, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function listTicks(largest: number, count = 5): number[] {
  if (!(largest > 0)) return [0, 1];
  const rough = largest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const steps = Math.ceil(largest / step);
  // Multiplied, not added up: 0.1 + 0.2 isn't 0.3.
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}
