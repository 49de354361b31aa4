import { type Columns, scoreColumns, weightOf } from "./columns.js";

/** How weights may lie: each within `share` of its own, or all mixes alike likely; 0 stays 0. */
export type Doubt = { kind: "box"; share: number } | { kind: "any" };

/** No bound is trusted to its last digits. */
const margin = 1e-6;

/** Least and greatest total of each row over whatever weights a doubt allows. */
export interface Bounds {
  low: Float64Array;
  high: Float64Array;
}

/** A mix of values lies between the least and the greatest of them. */
function ofAny({ size, values, masks }: Columns, weights: readonly number[]): Bounds {
  const low = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  values.forEach((column, at) => {
    if (weights[at] === 0) return;
    for (let row = 0; row < size; row += 1) {
      if (((masks[row] as number) & (1 << at)) === 0) continue;
      const points = 100 * (column[row] as number);
      low[row] = Math.min(low[row] as number, points);
      high[row] = Math.max(high[row] as number, points);
    }
  });
  return { low, high };
}

/**
 * With each weight within w·(1 ± s), since Σ w·(u − m) = 0 at a row's own mean m,
 *
 *   |T(w′) − m| ≤ s / (1 − s) · Σ w·|u − m| / Σ w
 *
 * A bound in one pass, and somewhat wide.
 */
function ofBox(columns: Columns, weights: readonly number[], share: number): Bounds {
  const { size, values, masks } = columns;
  const middle = scoreColumns(columns, weights);
  const strays = new Float64Array(size);
  values.forEach((column, at) => {
    const weight = weights[at] as number;
    for (let row = 0; row < size; row += 1)
      if ((masks[row] as number) & (1 << at))
        strays[row] =
          (strays[row] as number) +
          weight * Math.abs(100 * (column[row] as number) - (middle[row] as number));
  });
  const spread = share < 1 ? share / (1 - share) : Number.POSITIVE_INFINITY;
  for (let row = 0; row < size; row += 1)
    strays[row] = (spread * (strays[row] as number)) / weightOf(masks[row] as number, weights) || 0;
  return {
    low: middle.map((total, row) => total - (strays[row] as number)),
    high: middle.map((total, row) => total + (strays[row] as number)),
  };
}

/**
 * Whether j can stand above i under some weights of the doubt, both having scores on the same criteria: with d = u_j − u_i,
 *
 *   box: Σ w·d + s · Σ w·|d| > 0      any: some d > 0
 *
 * since both are weighed alike. With scores on different criteria it may.
 */
function canBeat(
  columns: Columns,
  weights: readonly number[],
  doubt: Doubt,
  j: number,
  i: number,
): boolean {
  if (columns.masks[j] !== columns.masks[i]) return true;
  let [lead, stray, ahead] = [0, 0, false];
  for (let at = 0; at < columns.values.length; at += 1) {
    const column = columns.values[at] as Float64Array;
    const weight = weights[at] as number;
    const d = (column[j] as number) - (column[i] as number);
    lead += weight * d;
    stray += weight * Math.abs(d);
    ahead ||= weight > 0 && d > 0;
  }
  return doubt.kind === "any" ? ahead : lead + doubt.share * stray > -margin;
}

/**
 * The rows that can stand above any of `targets` under some weights: whoever is left out never does, so that a rank
 * counted among the rest is the rank among all.
 *
 *   keep j  ⇔  its greatest total reaches the least total that any target can have, and it can beat a target
 *
 * Units: points 0-100. Rows without a score are left out. Errors: none. Cost: O(rows · criteria), and a look at the targets for each row that its bounds keep.
 */
export function contenders(
  columns: Columns,
  weights: readonly number[],
  doubt: Doubt,
  targets: ArrayLike<number>,
): Uint32Array {
  const { low, high } =
    doubt.kind === "any" ? ofAny(columns, weights) : ofBox(columns, weights, doubt.share);
  let floor = Number.POSITIVE_INFINITY;
  for (let at = 0; at < targets.length; at += 1) {
    const least = low[targets[at] as number] as number;
    if (least < floor) floor = least;
  }
  const kept: number[] = [];
  for (let row = 0; row < columns.size; row += 1) {
    if (!((high[row] as number) >= floor - margin)) continue;
    for (let at = 0; at < targets.length; at += 1) {
      const target = targets[at] as number;
      if (target !== row && !canBeat(columns, weights, doubt, row, target)) continue;
      kept.push(row);
      break;
    }
  }
  return Uint32Array.from(kept);
}
