import { setTimeout } from "node:timers/promises";

/** Between two pages, in milliseconds: without one, a few readers would take the whole machine. */
const pause = 10;

/** Reads addresses over and over, as readers do while an operator works, and takes note of every bad answer. */
export class ConstantReader {
  readonly #urls: readonly string[];
  readonly #failures: string[] = [];
  #reads = 0;
  #isReading = true;
  readonly #done: Promise<unknown>;

  constructor(urls: readonly string[]) {
    this.#urls = urls;
    this.#done = Promise.all(this.#urls.map((url) => this.#readOn(url)));
  }

  /** @returns the bad answers; there were `reads` answers in all */
  async stop(): Promise<{ failures: string[]; reads: number }> {
    this.#isReading = false;
    await this.#done;
    return { failures: this.#failures, reads: this.#reads };
  }

  async #readOn(url: string): Promise<void> {
    while (this.#isReading) {
      const { status } = await fetch(url).then(
        async (response) => {
          await response.arrayBuffer();
          return response;
        },
        () => ({ status: 0 }),
      );
      this.#reads += 1;
      if (status !== 200) this.#failures.push(`${url}: ${status}`);
      await setTimeout(pause);
    }
  }
}
