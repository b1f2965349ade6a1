import { readTreeMemory } from "@/lib/processes/process-tree";

/** How often memory is looked at, in milliseconds. */
const interval = 250;

/** Watches the memory of a process and all that it starts, from outside, until it is stopped. */
export class PeakMemory {
  #peakMb: number | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor(pid: number | undefined) {
    this.#timer = setInterval(() => {
      const now = pid === undefined ? undefined : readTreeMemory(pid);
      if (now !== undefined) this.#peakMb = Math.max(this.#peakMb ?? 0, now);
    }, interval);
  }

  /** The largest sum so far, in MB; nothing where the system doesn't tell. */
  get peakMb(): number | undefined {
    return this.#peakMb;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
