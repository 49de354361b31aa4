/**
 * Parts rounded to tenths so that what is shown adds up to the total shown (largest remainder).
 *
 *   t_i = ⌊10·p_i⌋, then +1 for the largest remainders until Σ t_i = round(10·total)
 *
 * Units: points; each result differs from its part by less than 0.1. Errors: none.
 */
export function shownPoints(points: readonly number[], total: number): number[] {
  const exact = points.map((point) => Number((point * 10).toFixed(6)));
  const floors = exact.map(Math.floor);
  const missing = Math.round(total * 10) - floors.reduce((sum, tenth) => sum + tenth, 0);
  const byRemainder = exact
    .map((value, place) => ({ place, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place)
    .slice(0, Math.max(0, missing));
  for (const { place } of byRemainder) floors[place] = (floors[place] ?? 0) + 1;
  return floors.map((tenth) => tenth / 10);
}
