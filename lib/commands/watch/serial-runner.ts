interface SerialRunnerOptions {
  /** How long nothing must have happened before work begins: editors write a file in several steps. Milliseconds. */
  settleMs: number;
  /** Work begins after this time even if things go on happening, as they do while thousands of files are copied. */
  longestMs: number;
  /** How soon work that failed is done again. */
  retryMs: number;
  onError: (thrown: unknown) => void;
}

/**
 * Does a piece of work some time after it was asked for: once for many requests, never twice at the same time, once more
 * for what came while it was being done, and again where it failed.
 * @param work whether it is done; it may also throw
 * @returns asks for it
 */
export function createSerialRunner(
  work: () => Promise<boolean>,
  { settleMs, longestMs, retryMs, onError }: SerialRunnerOptions,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let firstRequest: number | undefined;
  let running = false;
  const run = async (): Promise<void> => {
    timer = undefined;
    firstRequest = undefined;
    running = true;
    const done = await work().catch((thrown: unknown) => {
      onError(thrown);
      return false;
    });
    running = false;
    if (firstRequest !== undefined) schedule();
    else if (!done) timer = setTimeout(run, retryMs);
  };
  const schedule = (): void => {
    const now = performance.now();
    firstRequest ??= now;
    if (running) return;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(settleMs, firstRequest + longestMs - now)));
  };
  return schedule;
}
