/** The first answer that isn't undefined, asked one by one. */
export async function findFirst<Value, Found>(
  values: readonly Value[],
  find: (value: Value) => Promise<Found | undefined>,
): Promise<Found | undefined> {
  for (const value of values) {
    const found = await find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
