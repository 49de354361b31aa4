import { type Columns, scoreColumns, weightOf } from "./columns.js";

/** How weights may lie: each within `share` of its own, or all mixes alike likely; 0 stays 0. */
export type Doubt = { kind: "box"; share: number } | { kind: "any" };

/** So many targets are worth being compared with each other. */
const few = 200;

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
  const [low, high] = [new Float64Array(size), new Float64Array(size)];
  let [known, present] = [-1, 0];
  for (let row = 0; row < size; row += 1) {
    const mask = masks[row] as number;
    if (mask !== known) {
      known = mask;
      present = weightOf(mask, weights);
    }
    const stray = (spread * (strays[row] as number)) / present || 0;
    low[row] = (middle[row] as number) - stray;
    high[row] = (middle[row] as number) + stray;
  }
  return { low, high };
}

/** The targets' own values, one after the other: looked through for each row that its bounds keep. */
type Own = ReturnType<typeof ownOf>;
function ownOf({ values, masks }: Columns, targets: ArrayLike<number>) {
  const own = new Float64Array(targets.length * values.length);
  const mask = new Int32Array(targets.length);
  for (let one = 0; one < targets.length; one += 1) {
    const row = targets[one] as number;
    mask[one] = masks[row] as number;
    values.forEach((column, at) => {
      own[one * values.length + at] = column[row] as number;
    });
  }
  return { own, mask, count: targets.length };
}

/**
 * Whether j can stand above any target i under some weights of the doubt, both having scores on the same criteria: with
 * d = u_j − u_i,
 *
 *   box: Σ w·d + s · Σ w·|d| > 0      any: some d > 0
 *
 * since both are weighed alike. With scores on different criteria it may.
 */
function canBeat(
  { own, mask, count }: Own,
  weights: Float64Array,
  doubt: Doubt,
  values: Float64Array,
  present: number,
): boolean {
  const criteria = values.length;
  const share = doubt.kind === "box" ? doubt.share : 0;
  // The last of the targets is the easiest to beat.
  for (let one = count - 1; one >= 0; one -= 1) {
    if (mask[one] !== present) return true;
    let [lead, ahead] = [0, false];
    for (let at = 0; at < criteria; at += 1) {
      const d = (values[at] as number) - (own[one * criteria + at] as number);
      const led = (weights[at] as number) * d;
      lead += d > 0 ? led + share * led : led - share * led;
      ahead = ahead || led > 0;
    }
    if (doubt.kind === "any" ? ahead : lead > -margin) return true;
  }
  return false;
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
  const asked = new Set(Array.from(targets));
  const weighing = Float64Array.from(weights);
  const values = new Float64Array(columns.values.length);
  const beats = (row: number, own: Own) => {
    for (let at = 0; at < values.length; at += 1)
      values[at] = (columns.values[at] as Float64Array)[row] as number;
    return canBeat(own, weighing, doubt, values, columns.masks[row] as number);
  };
  // Whoever can beat a target that always stands above another can beat that other as well.
  const lowest = [...asked].filter((target) => {
    if (asked.size > few) return true;
    const alone = ownOf(columns, [target]);
    return [...asked].every((other) => other === target || beats(other, alone));
  });
  const own = ownOf(columns, lowest);
  for (let row = 0; row < columns.size; row += 1) {
    if (!((high[row] as number) >= floor - margin)) continue;
    if (asked.has(row) || beats(row, own)) kept.push(row);
  }
  return Uint32Array.from(kept);
}
