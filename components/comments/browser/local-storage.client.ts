/** What the browser keeps for us. Readers can forbid it, and it can be full: then nothing is kept. */

export function readKept(key: string): Record<string, string> {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    if (typeof parsed !== "object" || parsed === null) return {};
    return Object.fromEntries(
      Object.entries(parsed).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
  } catch {
    // Storage that is forbidden, or holds what isn't ours: both mean that nothing is kept.
    return {};
  }
}

/** @param values nothing to keep where all of them are empty */
export function keep(key: string, values: Record<string, string>): void {
  try {
    if (Object.values(values).every((value) => value === "")) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(values));
  } catch {
    // As above; the form itself still has what was typed.
  }
}
