/**
 * Circles of a graph: of each set of nodes that reach one another, one that is as short as any.
 * @param {ReadonlyMap<string, readonly string[]>} arrows
 * @returns {string[][]} each begins and ends with the same node
 */
export function findCircles(arrows) {
  /** @type {string[][]} */
  const circles = [];
  /** @type {Set<string>} */
  const told = new Set();
  for (const node of arrows.keys()) {
    if (told.has(node)) continue;
    const circle = findShortestCircle(arrows, node);
    if (!circle) continue;
    circles.push(circle);
    for (const other of circle) told.add(other);
  }
  return circles;
}

/**
 * @param {ReadonlyMap<string, readonly string[]>} arrows
 * @param {string} start
 * @returns {string[] | undefined}
 */
function findShortestCircle(arrows, start) {
  /** @type {Set<string>} */
  const seen = new Set();
  let ways = [[start]];
  while (ways.length > 0) {
    /** @type {string[][]} */
    const longer = [];
    for (const way of ways) {
      for (const next of arrows.get(way.at(-1) ?? start) ?? []) {
        if (next === start) return [...way, start];
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    }
    ways = longer;
  }
  return undefined;
}
