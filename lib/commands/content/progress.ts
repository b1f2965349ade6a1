/** Shows how far a long run is. */
interface Progress {
  update(done: number, total: number): void;
  /** Leaves the terminal as it was; must be called before anything else is printed. */
  end(): void;
}

/** Between two lines in a log, in milliseconds. */
const lineInterval = 2000;
/** Between two drawings of a bar, in milliseconds. */
const barInterval = 100;
const maxBarWidth = 40;

/** A terminal, a file, or whoever reads what is written to one. */
export type ProgressOutput = Pick<NodeJS.WriteStream, "isTTY" | "columns"> & {
  write(text: string): unknown;
};

/**
 * A bar on a terminal, lines elsewhere: one every two seconds at the most, none for a run that is shorter.
 * @param what is being done, such as `content`
 */
export function createProgress(
  what: string,
  output: ProgressOutput = process.stdout,
  now: () => number = Date.now,
): Progress {
  return output.isTTY ? createBar(what, output, now) : createLines(what, output, now);
}

function createLines(what: string, output: ProgressOutput, now: () => number): Progress {
  let next = now() + lineInterval;
  return {
    update: (done, total) => {
      if (now() < next) return;
      next = now() + lineInterval;
      output.write(`${what}: ${done} of ${total} files\n`);
    },
    end: () => undefined,
  };
}

function createBar(what: string, output: ProgressOutput, now: () => number): Progress {
  const started = now();
  let next = 0;
  let isDrawn = false;
  return {
    update: (done, total) => {
      if (now() < next && done < total) return;
      next = now() + barInterval;
      isDrawn = true;
      const line = drawLine(what, done, total, now() - started, output.columns || 80);
      // From the start of the line, and whatever was longer before is erased.
      output.write(`\r${line}\u001b[K`);
    },
    end: () => {
      if (isDrawn) output.write("\r\u001b[K");
      isDrawn = false;
    },
  };
}

function drawLine(what: string, done: number, total: number, ms: number, columns: number): string {
  const share = total === 0 ? 1 : done / total;
  const left = done === 0 ? "" : ` ${formatDuration((ms / done) * (total - done))} left`;
  const figures = ` ${Math.floor(share * 100)}% ${done}/${total}${left}`;
  const width = Math.min(maxBarWidth, columns - what.length - figures.length - 4);
  if (width < 5) return `${what}:${figures}`.slice(0, columns - 1);
  const filled = Math.round(share * width);
  return `${what} [${"#".repeat(filled)}${"-".repeat(width - filled)}]${figures}`;
}

function formatDuration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
