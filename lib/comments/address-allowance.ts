import type { RateLimit } from "@/lib/site/comment-settings";

/** Addresses that are remembered at once, at most: those that came first are forgotten first. */
const mostAddresses = 10_000;

interface Window {
  /** Milliseconds. */
  endsAt: number;
  left: number;
}

/**
 * What an address may have done for it, in the memory of this process: for what costs work and leaves nothing in the store
 * that could be counted there.
 */
export class AddressAllowance {
  readonly #limit: RateLimit;
  readonly #windows = new Map<string, Window>();

  constructor(limit: RateLimit) {
    this.#limit = limit;
  }

  /** @returns 0 where it may be done now; otherwise how long until it may, in seconds */
  take(address: string, now: number): number {
    const known = this.#windows.get(address);
    if (known && known.endsAt > now) {
      if (known.left === 0) return Math.ceil((known.endsAt - now) / 1000);
      known.left -= 1;
      return 0;
    }
    this.#windows.delete(address);
    const [oldest] = this.#windows.keys();
    if (oldest !== undefined && this.#windows.size >= mostAddresses) this.#windows.delete(oldest);
    const { count, minutes } = this.#limit;
    this.#windows.set(address, { endsAt: now + minutes * 60_000, left: count - 1 });
    return 0;
  }
}

/** One for each thing that is allowed. */
export interface Allowances {
  edits: AddressAllowance;
  previews: AddressAllowance;
}

/** As many edits as comments, and looks at a comment before it is posted six times as often. */
export const createAllowances = (limit: RateLimit): Allowances => ({
  edits: new AddressAllowance(limit),
  previews: new AddressAllowance({ ...limit, count: limit.count * 6 }),
});
