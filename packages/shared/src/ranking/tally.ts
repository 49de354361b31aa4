import { pointsOf, weightOf } from "./columns.js";

/** Some rows' values by criterion, and which of them are there. */
export interface Block {
  values: readonly Float64Array[];
  masks: Int32Array;
}

/** Totals of a block as shares of the best, not rounded: Σ w·u / Σ w present, 0 without a score. */
export function sharesOf({ values, masks }: Block, weights: readonly number[], into: Float64Array) {
  pointsOf(values, weights, into);
  let [known, share] = [-1, 0];
  for (let at = 0; at < into.length; at += 1) {
    const mask = masks[at] as number;
    if (mask !== known) {
      known = mask;
      const present = weightOf(mask, weights);
      share = present > 0 ? 1 / present : 0;
    }
    into[at] = (into[at] as number) * share;
  }
  return into;
}

/**
 * Ranks of a few totals among many, without sorting: the many are counted by steps, and only those that share a step
 * with one of the few are looked at one by one.
 *
 *   rank = 1 + how many have a higher total
 *
 * Units: shares 0-1. Exact. Errors: none. Cost: O(many + steps).
 */
export class Tally {
  private readonly counts: Uint32Array;
  /** Which list a step has, from 1 on; 0 where none of the few stands. */
  private readonly lists: Uint32Array;
  private readonly beside: number[][] = [];
  /** The least of the few: whatever is above none of them moves nobody's rank. */
  least = 0;

  constructor(
    rows: number,
    private readonly few: Float64Array,
  ) {
    const steps = Math.min(4096, 256 + (rows >> 2));
    this.counts = new Uint32Array(steps + 2);
    this.lists = new Uint32Array(steps + 2);
  }

  private stepOf(total: number): number {
    return (total * (this.counts.length - 2)) | 0;
  }

  /** Begins anew, for what the few have by now. */
  open(): void {
    this.counts.fill(0);
    this.lists.fill(0);
    let used = 0;
    this.least = this.few.reduce((least, total) => Math.min(least, total), 1);
    for (const total of this.few) {
      const step = this.stepOf(total);
      if (this.lists[step] !== 0) continue;
      const list = this.beside[used];
      if (list) list.length = 0;
      else this.beside.push([]);
      used += 1;
      this.lists[step] = used;
    }
  }

  add(totals: Float64Array): void {
    const { counts, lists, beside, least } = this;
    const highest = counts.length - 2;
    for (let at = 0; at < totals.length; at += 1) {
      const total = totals[at] as number;
      if (total <= least) continue;
      const step = (total * highest) | 0;
      counts[step] = (counts[step] as number) + 1;
      const list = lists[step] as number;
      if (list !== 0) (beside[list - 1] as number[]).push(total);
    }
  }

  /** The rank of each of the few, once all have been added. */
  ranks(): Uint32Array {
    const { counts, lists, beside } = this;
    for (let step = counts.length - 2; step >= 0; step -= 1)
      counts[step] = (counts[step] as number) + (counts[step + 1] as number);
    const ranks = new Uint32Array(this.few.length);
    for (let one = 0; one < ranks.length; one += 1) {
      const total = this.few[one] as number;
      const step = this.stepOf(total);
      let rank = 1 + (counts[step + 1] as number);
      for (const other of beside[(lists[step] as number) - 1] ?? []) if (other > total) rank += 1;
      ranks[one] = rank;
    }
    return ranks;
  }
}
