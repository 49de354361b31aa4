/**
 * Ranks candidates: totals from high to low, equal totals share a rank and the next is skipped (1 2 2 4);
 * those without a total follow, unranked.
 *
 *   rank = 1 + how many have a higher total
 *
 * Rows come in the server's order (n reviews descending, name, id), which stays as the tie-break: the sort
 * is stable and compares totals alone. Totals are compared as given, so they must be rounded already
 * (`roundTotal`). Errors: none. Source: docs/rubric.md (ties at 76, 59, 47).
 */
export function rank<T extends { total: number | null }>(
  rows: readonly T[],
): (T & { rank: number | null })[] {
  const sorted = [...rows].sort((a, b) => order(a.total, b.total));
  let place = 0;
  let previous: number | null = null;
  return sorted.map((row, index) => {
    if (row.total === null) return { ...row, rank: null };
    if (row.total !== previous) place = index + 1;
    previous = row.total;
    return { ...row, rank: place };
  });
}

function order(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}
