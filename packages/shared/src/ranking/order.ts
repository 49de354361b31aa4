const digit = 65_536;

/** Rows from the highest total to the lowest, the unscored last; and each row's rank, 0 where it has none. */
export interface Order {
  order: Uint32Array;
  ranks: Uint32Array;
  ranked: number;
}

/** A total as what a sort counts by: 0 is the best, in steps of 1e-9. */
const keyOf = (total: number): number => 1e11 - Math.round(total * 1e9);

/** One pass of a counting sort by 16 bits of the keys, stable. */
function pass(keys: Float64Array, from: Uint32Array, to: Uint32Array, unit: number) {
  const at = new Uint32Array(digit + 1);
  const digitOf = (row: number) => Math.floor((keys[row] as number) / unit) % digit;
  for (const row of from) {
    const next = digitOf(row) + 1;
    at[next] = (at[next] as number) + 1;
  }
  for (let one = 0; one < digit; one += 1)
    at[one + 1] = (at[one + 1] as number) + (at[one] as number);
  for (const row of from) {
    const one = digitOf(row);
    const place = at[one] as number;
    to[place] = row;
    at[one] = place + 1;
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
  const keys = new Float64Array(size);
  const [scored, spare, unscored] = [new Uint32Array(size), new Uint32Array(size), [] as number[]];
  let ranked = 0;
  for (let row = 0; row < size; row += 1) {
    const total = totals[row] as number;
    if (Number.isNaN(total)) unscored.push(row);
    else {
      keys[row] = keyOf(total);
      scored[ranked] = row;
      ranked += 1;
    }
  }
  const [here, there] = [scored.subarray(0, ranked), spare.subarray(0, ranked)];
  pass(keys, here, there, 1);
  pass(keys, there, here, digit);
  pass(keys, here, there, digit * digit);
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

/**
 * The first rows of the same order and no more: those whose total falls into the highest of 65,536 steps of a count.
 *
 *   step = ⌊total · 655.35⌋
 *
 * Fewer than `count` where fewer are scored. Errors: none. Cost: two passes, and a sort of the few.
 */
export function topOf(totals: Float64Array, count: number): Uint32Array {
  const steps = new Uint32Array(digit);
  const stepOf = (total: number) => (total * 655.35) | 0;
  for (const total of totals) {
    if (Number.isNaN(total)) continue;
    const step = stepOf(total);
    steps[step] = (steps[step] as number) + 1;
  }
  let [least, reached] = [digit, 0];
  while (least > 0 && reached < count) {
    least -= 1;
    reached += steps[least] as number;
  }
  const few = new Uint32Array(reached);
  let at = 0;
  totals.forEach((total, row) => {
    if (Number.isNaN(total) || stepOf(total) < least) return;
    few[at] = row;
    at += 1;
  });
  few.sort((a, b) => (totals[b] as number) - (totals[a] as number) || a - b);
  return few.subarray(0, count);
}
