import path from "node:path";

/** What a watcher has seen since the last time. */
export interface Seen {
  /** Relative to the folder, with `/`; unset where anything may have changed. */
  paths?: readonly string[];
  /** Whether nothing was seen: it is made sure that nothing was missed, or tried again what came to nothing. */
  isCheck: boolean;
}

/** A copy or a checkout tells of more than this, and perhaps not of everything: then all is looked at. */
const mostPaths = 500;

/** Collects the paths of files that have changed, until somebody has dealt with them. */
export class ChangedPaths {
  readonly #folder: string;
  #paths = new Set<string>();
  /** A whole folder came or went, or nobody knows yet what is there. */
  #isEverything = false;
  #isCheck = false;
  #isCheckDue = false;
  /** The last time came to nothing, and nothing was seen since. */
  #isRetry = false;

  /** @param folder absolute path */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Whether single paths have been dealt with since all was last looked at. */
  get isCheckDue(): boolean {
    return this.#isCheckDue;
  }

  /** @param absolute path of a file that came, changed or went */
  add(absolute: string): void {
    this.#isRetry = false;
    this.#paths.add(path.relative(this.#folder, absolute).split(path.sep).join("/"));
  }

  addEverything(): void {
    this.#isRetry = false;
    this.#isEverything = true;
  }

  addCheck(): void {
    this.#isCheck = true;
  }

  /**
   * Hands over what was seen. What is not dealt with, or fails, is handed over again the next time.
   * @param work whether it is done
   */
  async use(work: (seen: Seen) => Promise<boolean>): Promise<boolean> {
    const [paths, isEverything, isCheck] = [this.#paths, this.#isEverything, this.#isCheck];
    this.#paths = new Set();
    this.#isEverything = false;
    this.#isCheck = false;
    const isPartial = !isEverything && !isCheck && paths.size <= mostPaths;
    const seen = {
      ...(isPartial ? { paths: [...paths] } : {}),
      isCheck: this.#isRetry || (isCheck && !isEverything && paths.size === 0),
    };
    let isDone = false;
    this.#isRetry = true;
    try {
      isDone = await work(seen);
    } finally {
      if (isDone) {
        this.#isRetry = false;
        this.#isCheckDue = isPartial;
      } else {
        for (const one of paths) this.#paths.add(one);
        this.#isEverything ||= !isPartial;
      }
    }
    return isDone;
  }
}
