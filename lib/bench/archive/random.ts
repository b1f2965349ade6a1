/** A stream of numbers that depends on nothing but its seed: archives must be the same on every machine. */
export interface Random {
  /** From 0 to 1, without 1. */
  number(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  /** One of a list that isn't empty. */
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
}

/** Mixes whole numbers into one of 32 bits, so that neighbours (post 7, post 8) get unrelated seeds. */
export function mixSeed(...parts: number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** A Weyl sequence whose steps are mixed: 32 bits of state are plenty for one post. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(number() * limit);
  return {
    number,
    below,
    chance: (probability) => number() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}
