/**
 * Entries so that each stands after what it answers, otherwise in their order. What answers something that isn't among
 * them counts as answering nothing.
 * @returns those that answer one another in a circle apart
 */
export function inOrderOfAnswers<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  parentOf: (entry: Entry) => string | undefined,
): { ordered: Entry[]; circular: Entry[] } {
  const known = new Set(entries.map(keyOf));
  const answers = new Map<string, Entry[]>();
  const waiting: Entry[] = [];
  for (const entry of entries) {
    const parent = parentOf(entry);
    if (parent === undefined || !known.has(parent)) waiting.push(entry);
    else {
      const siblings = answers.get(parent);
      if (siblings) siblings.push(entry);
      else answers.set(parent, [entry]);
    }
  }
  const ordered: Entry[] = [];
  // The list grows while it is walked: a level of answers after the other.
  for (const entry of waiting) {
    ordered.push(entry);
    waiting.push(...(answers.get(keyOf(entry)) ?? []));
    answers.delete(keyOf(entry));
  }
  return { ordered, circular: [...answers.values()].flat() };
}
