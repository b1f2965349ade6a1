import { setTimeout } from "node:timers/promises";

/** Called as somebody asks for a page; what it returns looks at the answer. */
type Inspect = () => (address: string, text: string) => void;

/** A reader's pause between two pages, in milliseconds: without one, a few would take the whole machine. */
const pause = 10;

/** Readers who ask for the same addresses over and over while something happens to the site. */
export class SteadyReaders {
  readonly #url: string;
  readonly #failures: string[] = [];
  #reads = 0;
  #reading = true;
  readonly #done: Promise<unknown>;
  readonly #inspect: Inspect;

  constructor(
    url: string,
    addresses: readonly string[],
    readers = 3,
    inspect: Inspect = () => () => undefined,
  ) {
    this.#url = url;
    this.#inspect = inspect;
    this.#done = Promise.all(
      Array.from({ length: readers }, (_, index) => this.#read(addresses, index)),
    );
  }

  /** Answers so far. */
  get reads(): number {
    return this.#reads;
  }

  /** Ends the reading; every answer that no reader should ever get. */
  async stop(): Promise<string[]> {
    this.#reading = false;
    await this.#done;
    return this.#failures;
  }

  async #read(addresses: readonly string[], first: number): Promise<void> {
    for (let turn = first; this.#reading; turn += 1) {
      const address = addresses[turn % addresses.length] ?? "/";
      try {
        const look = this.#inspect();
        const response = await fetch(this.#url + address, { redirect: "manual" });
        const text = await response.text();
        look(address, text);
        this.#reads += 1;
        if (response.status >= 500) this.#failures.push(`${address}: ${response.status}`);
        else if (response.status < 300 && !text.includes("</html>")) {
          this.#failures.push(`${address}: half a page`);
        }
      } catch (error) {
        this.#failures.push(`${address}: ${error}`);
      }
      await setTimeout(pause);
    }
  }
}
