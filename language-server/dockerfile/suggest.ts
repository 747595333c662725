// "Did you mean …": the nearest of some words.

/** The candidate with the fewest typing mistakes away from `word`, when they are few; letters' case is no mistake. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 40) return undefined;
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
function editDistance(one: string, other: string): number {
  const width = other.length + 1;
  const distances = new Uint16Array((one.length + 1) * width);
  const at = (row: number, column: number) => distances[row * width + column] ?? 0;
  for (let column = 0; column < width; column++) distances[column] = column;
  for (let row = 1; row <= one.length; row++) {
    distances[row * width] = row;
    for (let column = 1; column < width; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      distances[row * width + column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(one.length, other.length);
}
