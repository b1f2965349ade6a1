/** What the caller can mend; the message says how. */
export class BenchmarkError extends Error {
  override name = "BenchmarkError";
}
