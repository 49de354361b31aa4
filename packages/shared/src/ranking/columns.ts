import { value, type Weighable } from "./total.js";

/** What a criterion's column holds of each row: how many scored it, and the sum of their scores. */
export interface Counted {
  n: ArrayLike<number>;
  sum: ArrayLike<number>;
}

/**
 * A portfolio by columns, one row a candidate, in the server's delivered order. `values` holds u (0-1, 1 = best) of
 * each criterion and 0 where nobody scored; bit c of `masks` is set where criterion c has a score.
 */
export interface Columns {
  size: number;
  criteria: readonly Weighable[];
  values: readonly Float64Array[];
  masks: Int32Array;
}

/** A mask is one 32-bit integer. */
export const mostCriteria = 30;

/**
 * Columns of the criteria's counts, in the rubric's order.
 *
 *   u = value(sum / n), 0 where n = 0
 *
 * Errors: RangeError above `mostCriteria`. Source: `value()`, whose steps it keeps.
 */
export function columnsOf(
  size: number,
  criteria: readonly Weighable[],
  counted: readonly Counted[],
): Columns {
  if (criteria.length > mostCriteria)
    throw new RangeError(`Columns hold ${mostCriteria} criteria, not ${criteria.length}.`);
  const masks = new Int32Array(size);
  const values = criteria.map(({ inverted }, at) => {
    const { n, sum } = counted[at] ?? { n: [], sum: [] };
    const column = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      const scores = n[row] ?? 0;
      if (scores === 0) continue;
      column[row] = value((sum[row] ?? 0) / scores, inverted);
      masks[row] = (masks[row] ?? 0) | (1 << at);
    }
    return column;
  });
  return { size, criteria, values, masks };
}

/** Σ w of the criteria in a mask, added in the rubric's order. */
export function weightOf(mask: number, weights: readonly number[]): number {
  let sum = 0;
  weights.forEach((weight, at) => {
    if (mask & (1 << at)) sum += weight;
  });
  return sum;
}

/**
 * The total of every row under any weights, one a criterion in the columns' order; NaN where unscored.
 *
 *   total = ⌊100 · Σ w·u / Σ w present · 1e9 + 0.5⌋ / 1e9
 *
 * Units: points 0-100. The same bits as `total()`: a term that is absent adds 0, which changes nothing. Weights are
 * those that `weightsOf` gives, 0 to `heaviest`. Errors: none. Cost: one pass a criterion.
 */
export function scoreColumns(
  { size, values, masks }: Columns,
  weights: readonly number[],
  into: Float64Array = new Float64Array(size),
): Float64Array {
  into.fill(0);
  values.forEach((column, at) => {
    const weight = weights[at] ?? 0;
    if (weight === 0) return;
    for (let row = 0; row < size; row += 1)
      into[row] = (into[row] as number) + weight * (column[row] as number);
  });
  let [known, present] = [-1, 0];
  for (let row = 0; row < size; row += 1) {
    const mask = masks[row] as number;
    if (mask !== known) [known, present] = [mask, weightOf(mask, weights)];
    into[row] =
      present > 0
        ? Math.floor(((100 * (into[row] as number)) / present) * 1e9 + 0.5) / 1e9
        : Number.NaN;
  }
  return into;
}

/** Σ w present ÷ Σ w all of one row, as `total()` has it. */
export function coverageOf({ masks }: Columns, row: number, weights: readonly number[]): number {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return all > 0 ? weightOf(masks[row] ?? 0, weights) / all : 0;
}
