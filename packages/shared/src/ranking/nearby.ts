import type { Columns } from "./columns.js";
import { pass } from "./order.js";
import type { Block } from "./tally.js";

const keyBits = 16;

/**
 * Rows put beside those that score alike: first by what they have scores on, then along a curve that halves each
 * criterion's values in turn (Morton, 1966), so that neighbours have much the same values.
 *
 * Units: u 0-1. Errors: none. Cost: two counting passes.
 */
export function nearby({ size, values, masks }: Columns, rows: Uint32Array): Uint32Array {
  const taken = values.slice(0, keyBits);
  const bits = Math.floor(keyBits / Math.max(taken.length, 1));
  const keys = new Uint16Array(size);
  const sorts = new Uint16Array(size);
  const known = new Map<number, number>();
  for (const row of rows) {
    let key = 0;
    for (let bit = bits - 1; bit >= 0; bit -= 1)
      for (const column of taken) {
        const step = Math.min((column[row] as number) * 2 ** bits, 2 ** bits - 1);
        key = (key << 1) | ((step >> bit) & 1);
      }
    keys[row] = key;
    const mask = masks[row] as number;
    const sort = known.get(mask) ?? known.size;
    known.set(mask, sort);
    sorts[row] = sort;
  }
  const [alike, grouped] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  pass(keys, rows, alike);
  pass(sorts, alike, grouped);
  return grouped;
}

/** So many neighbours share a ceiling. */
const groupOf = 32;

/** Neighbours, and the best of each criterion among them: no total in a group is above that of its ceiling. */
export interface Groups {
  ceilings: Block;
  /** Where each group begins, and at last the end. */
  starts: number[];
}

/** Groups of neighbours that have scores on the same criteria. Errors: none. */
export function groupsOf({ values, masks }: Block): Groups {
  const starts: number[] = [];
  for (let at = 0; at < masks.length; at += 1)
    if (at === 0 || at - (starts.at(-1) ?? 0) === groupOf || masks[at] !== masks[at - 1])
      starts.push(at);
  const highest = (column: Float64Array, from: number, to: number) => {
    let high = 0;
    for (let at = from; at < to; at += 1) high = Math.max(high, column[at] as number);
    return high;
  };
  const ends = [...starts.slice(1), masks.length];
  return {
    ceilings: {
      values: values.map((column) =>
        Float64Array.from(starts, (start, group) => highest(column, start, ends[group] as number)),
      ),
      masks: Int32Array.from(starts, (start) => masks[start] as number),
    },
    starts: [...starts, masks.length],
  };
}
