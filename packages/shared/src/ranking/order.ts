import { type Columns, pointsOf, scoreColumns, taken, weightOf } from "./columns.js";

const digit = 65_536;

/** Counts of one pass: always the same memory, which the collector would otherwise be called for each time. */
const places = new Uint32Array(digit + 1);

/** Rows from the highest total to the lowest, the unscored last; and each row's rank, 0 where it has none. */
export interface Order {
  order: Uint32Array;
  ranks: Uint32Array;
  ranked: number;
}

/** One pass of a counting sort, stable: `digits` holds each row's digit. */
export function pass(digits: Uint16Array, from: Uint32Array, to: Uint32Array) {
  places.fill(0);
  for (let at = 0; at < from.length; at += 1) {
    const next = (digits[from[at] as number] as number) + 1;
    places[next] = (places[next] as number) + 1;
  }
  for (let one = 0; one < digit; one += 1)
    places[one + 1] = (places[one + 1] as number) + (places[one] as number);
  for (let at = 0; at < from.length; at += 1) {
    const row = from[at] as number;
    const one = digits[row] as number;
    const place = places[one] as number;
    to[place] = row;
    places[one] = place + 1;
  }
}

/**
 * Ranks totals as `rank()` does: high to low, equal totals share a rank and the next is skipped; ties keep the rows'
 * own order; NaN is unscored, follows and has no rank.
 *
 *   rank = 1 + how many have a higher total
 *
 * Units: points 0-100, rounded by `roundTotal`. Errors: none. Cost: three counting passes of 16 bits over the total
 * in billionths, whatever the weights make of them.
 */
export function orderOf(totals: Float64Array): Order {
  const size = totals.length;
  const [low, middle, high] = [new Uint16Array(size), new Uint16Array(size), new Uint16Array(size)];
  const [scored, spare, unscored] = [new Uint32Array(size), new Uint32Array(size), [] as number[]];
  let ranked = 0;
  for (let row = 0; row < size; row += 1) {
    const total = totals[row] as number;
    if (Number.isNaN(total)) {
      unscored.push(row);
      continue;
    }
    // Billionths below 100, so that the best comes first: up to 1e11, which is 37 bits.
    const key = 1e11 - Math.round(total * 1e9);
    const upper = Math.floor(key / digit);
    low[row] = key - upper * digit;
    middle[row] = upper;
    high[row] = upper >>> 16;
    scored[ranked] = row;
    ranked += 1;
  }
  const [here, there] = [scored.subarray(0, ranked), spare.subarray(0, ranked)];
  pass(low, here, there);
  pass(middle, there, here);
  pass(high, here, there);
  spare.set(unscored, ranked);
  return { order: spare, ranks: ranksOf(totals, spare, ranked), ranked };
}

function ranksOf(totals: Float64Array, order: Uint32Array, ranked: number): Uint32Array {
  const ranks = new Uint32Array(totals.length);
  let [place, previous] = [0, Number.NaN];
  for (let at = 0; at < ranked; at += 1) {
    const row = order[at] as number;
    const total = totals[row] as number;
    if (total !== previous) place = at + 1;
    previous = total;
    ranks[row] = place;
  }
  return ranks;
}

/** Totals that differ by less may be equal once they are rounded. */
const margin = 1e-8;

/**
 * The first rows under any weights, and their totals: the beginning of what `scoreColumns` and `orderOf` give, without
 * rounding and sorting all the others. One pass keeps whatever may be among the first `count` by
 *
 *   100 · Σ w·u / Σ w present
 *
 * not rounded, and the few that are left are put in order exactly. Fewer than `count` where fewer are scored. Units:
 * points 0-100. Errors: none. Cost: two passes.
 */
export function topColumns(
  columns: Columns,
  weights: readonly number[],
  count: number,
  into: Float64Array = new Float64Array(columns.size),
): { rows: Uint32Array; totals: Float64Array } {
  pointsOf(columns.values, weights, into);
  const few = highest(columns, weights, count, into);
  const exact = scoreColumns(taken(columns, few), weights);
  const { order, ranked } = orderOf(exact);
  const first = order.subarray(0, Math.min(count, ranked));
  return {
    rows: Uint32Array.from(first, (at) => few[at] as number),
    totals: Float64Array.from(first, (at) => exact[at] as number),
  };
}

/** Rows, in their own order, that hold the `count` highest; some more, the unscored never. */
function highest(
  { masks, size }: Columns,
  weights: readonly number[],
  count: number,
  points: Float64Array,
): Uint32Array {
  let [rows, totals] = [new Uint32Array(4 * count), new Float64Array(4 * count)];
  let [known, present] = [-1, Number.NaN];
  let [held, least] = [0, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < size; row += 1) {
    const mask = masks[row] as number;
    if (mask !== known) {
      known = mask;
      present = weightOf(mask, weights) || Number.NaN;
    }
    const total = (100 * (points[row] as number)) / present;
    if (!(total >= least)) continue;
    rows[held] = row;
    totals[held] = total;
    held += 1;
    if (held < rows.length) continue;
    least = (totals.slice().sort()[held - count] as number) - margin;
    held = keepFrom(rows, totals, least);
    // So many that tie need more room.
    if (held > rows.length / 2) [rows, totals] = [doubled(rows), doubled(totals)];
  }
  return rows.subarray(0, held);
}

/** Those from a total on move to the front; how many they are. */
function keepFrom(rows: Uint32Array, totals: Float64Array, least: number): number {
  let kept = 0;
  for (let at = 0; at < rows.length; at += 1) {
    if ((totals[at] as number) < least) continue;
    rows[kept] = rows[at] as number;
    totals[kept] = totals[at] as number;
    kept += 1;
  }
  return kept;
}

function doubled<Column extends Uint32Array | Float64Array>(column: Column): Column {
  const more = new (column.constructor as new (size: number) => Column)(2 * column.length);
  more.set(column);
  return more;
}
