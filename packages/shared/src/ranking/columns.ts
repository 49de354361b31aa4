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

/** The same columns of some rows only, in their own order. Errors: none. */
export function taken({ criteria, values, masks }: Columns, rows: Uint32Array): Columns {
  // By loops: `from` with a function asks an iterator for every row.
  const of = <Column extends Float64Array | Int32Array>(column: Column, into: Column) => {
    for (let at = 0; at < rows.length; at += 1) into[at] = column[rows[at] as number] as number;
    return into;
  };
  const size = rows.length;
  return {
    ...{ size, criteria },
    values: values.map((column) => of(column, new Float64Array(size))),
    masks: of(masks, new Int32Array(size)),
  };
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
 * Σ w·u of every row, in the criteria's order from the left, five columns a pass: a processor waits for memory more
 * than it multiplies. A term that is absent adds 0, which changes nothing.
 */
export function pointsOf(
  values: readonly Float64Array[],
  weights: readonly number[],
  into: Float64Array,
) {
  const size = into.length;
  for (let first = 0; first < Math.max(values.length, 1); first += 5) {
    const [a, b, c, d, e] = columnsFrom(values, first, size);
    const [v = 0, w = 0, x = 0, y = 0, z = 0] = weights.slice(first, first + 5);
    if (first === 0)
      for (let row = 0; row < size; row += 1)
        into[row] =
          v * (a[row] as number) +
          w * (b[row] as number) +
          x * (c[row] as number) +
          y * (d[row] as number) +
          z * (e[row] as number);
    else
      for (let row = 0; row < size; row += 1)
        into[row] =
          (into[row] as number) +
          v * (a[row] as number) +
          w * (b[row] as number) +
          x * (c[row] as number) +
          y * (d[row] as number) +
          z * (e[row] as number);
  }
  return into;
}

type Five = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];

/** Five columns; where there are none any more, one that weighs nothing. */
function columnsFrom(values: readonly Float64Array[], first: number, size: number): Five {
  const none = values[0] ?? new Float64Array(size);
  return [0, 1, 2, 3, 4].map((at) => values[first + at] ?? none) as Five;
}

/** Σ w present by mask, of the masks that occur. */
function weightsByMask(weights: readonly number[]) {
  const known = new Map<number, number>();
  return (mask: number): number => {
    const weight = known.get(mask) ?? weightOf(mask, weights);
    known.set(mask, weight);
    return weight;
  };
}

/**
 * The total of every row under any weights, one a criterion in the columns' order; NaN where unscored.
 *
 *   total = ⌊100 · Σ w·u / Σ w present · 1e9 + 0.5⌋ / 1e9
 *
 * Units: points 0-100. The same bits as `total()`. Weights are those that `weightsOf` gives, 0 to `heaviest`.
 * Errors: none. Cost: two passes.
 */
export function scoreColumns(
  { size, values, masks }: Columns,
  weights: readonly number[],
  into: Float64Array = new Float64Array(size),
): Float64Array {
  pointsOf(values, weights, into);
  const weightBy = weightsByMask(weights);
  let [known, present] = [-1, 0];
  for (let row = 0; row < size; row += 1) {
    const mask = masks[row] as number;
    if (mask !== known) {
      known = mask;
      present = weightBy(mask);
    }
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
