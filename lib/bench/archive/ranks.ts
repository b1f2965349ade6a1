import { mixSeed } from "@/lib/bench/archive/random";

/**
 * Gives each of `total` posts a rank of its own, in an order that has nothing to do with theirs. So a share is exact
 * ("the 589 lowest ranks") and a post is known from its number alone, without a list of all.
 */
export function createRanks(total: number, seed: number): (index: number) => number {
  const offset = mixSeed(seed, 1) % total;
  let step = (mixSeed(seed, 2) % total) | 1;
  while (greatestCommonDivisor(step, total) !== 1) step += 2;
  // Products of two numbers below 2^26 are exact.
  return (index) => (index * (step % total) + offset) % total;
}

function greatestCommonDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestCommonDivisor(other, one % other);
}
