import { BenchmarkError } from "@/lib/bench/benchmark-error";

/** Options of a benchmark as they were given. */
export class BenchOptions {
  #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === "string" ? value : undefined;
  }

  isOn(name: string): boolean {
    return this.#values[name] === true;
  }

  /** @throws BenchmarkError where it isn't a whole number above 0 */
  count(name: string, fallback: number): number {
    const text = this.text(name);
    return text === undefined ? fallback : parseCount(name, text);
  }

  /** Numbers of posts, `1000,10000`. */
  counts(name: string, fallback: readonly number[]): number[] {
    const text = this.text(name);
    if (text === undefined) return [...fallback];
    return text.split(",").map((part) => parseCount(name, part));
  }
}

function parseCount(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new BenchmarkError(`--${name} ${text}: give whole numbers above 0, with commas between`);
}
