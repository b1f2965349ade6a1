/**
 * How many pages are rendered side by side. Each takes its time in pieces, and Node.js runs the pieces of all of them before
 * it looks for requests again: with two, a page that is kept waits for two pieces, and with twenty for twenty. Rendering is
 * work for one core, so that more at a time would not be done sooner.
 */
const places = 2;

/** Whoever waits for something that is slow, such as a store that doesn't answer, leaves its place after so long, in milliseconds. */
const patience = 300;

/** More don't wait: what is asked for without end would keep the pages waiting that readers ask for. */
const maxWaiting = 300;

/** Lets requests that need a rendering take turns, in the order in which they came. */
export class RenderQueue {
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** Whether so many wait that nobody else should. */
  get isFull(): boolean {
    return this.#waiting.length >= maxWaiting;
  }

  /** Does something when there is a place for it. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.#taken >= places) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#taken += 1;
    let isLeft = false;
    const leave = () => {
      if (isLeft) return;
      isLeft = true;
      // A place is handed on as it is.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#taken -= 1;
    };
    const timer = setTimeout(leave, patience);
    try {
      await work();
    } finally {
      clearTimeout(timer);
      leave();
    }
  }
}
